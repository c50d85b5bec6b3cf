//! What core answers, as the JSON that is promised: the same for the window and for `--json`.

use runout_core::Instant;
use runout_core::actions::Action;
use runout_core::facts::{Entry, Fact, Spend, SpendState};
use runout_core::forecast::{self, Method};
use runout_core::ledger::{self, Ledger};
use runout_core::outlook::{Confirmed, Outlook, Trust};
use runout_core::price_book::PriceEstimate;
use runout_core::reconcile::{Explanation, Gain, Guess};
use runout_core::words::generation;

use super::pen::{Pen, date};
use crate::desk::Found;
use crate::wire;

/// `status`.
pub fn status(outlook: &Outlook<'_>, pen: &Pen) -> wire::Status {
    let ledger = &outlook.ledger;
    let standing = outlook.standing();
    let forecast = outlook.forecast.as_ref();
    let confirmed = |check: Confirmed| wire::Confirmed { at: pen.instant(check.at), shown: pen.amount(check.shown) };
    wire::Status {
        at: pen.instant(pen.now),
        unit: outlook.facts.service.unit.clone(),
        decimals: pen.decimals.places(),
        left: pen.amount(ledger.left()),
        confirmed: standing.confirmed.map(confirmed),
        logged_since: pen.amount(standing.logged_since()),
        unlogged: pen.amount(outlook.unlogged_in_cycle()),
        coverage: outlook.trust().map(|trust| coverage(trust, pen)),
        overdrawn: pen.amount(ledger.overdrawn()),
        billed: pen.amount(ledger.billed()),
        cycle: ledger.cycle().map(|cycle| self::cycle(cycle, pen)),
        pots: pots(ledger, pen),
        pending: ledger.pending().iter().map(|one| pending(one, pen)).collect(),
        safe_today: forecast.and_then(|forecast| forecast.safe_today).map(|safe| pen.amount(safe)),
        will_lapse: forecast.map(|forecast| will_lapse(forecast, pen)).unwrap_or_default(),
        forecast: forecast.map(|forecast| wire::Forecast { days: None, ..self::forecast(forecast, pen) }),
    }
}

fn coverage(trust: Trust, pen: &Pen) -> wire::Coverage {
    wire::Coverage { share: trust.share, give_or_take: pen.amount(trust.give_or_take) }
}

/// A cycle.
pub fn cycle(cycle: ledger::Cycle, pen: &Pen) -> wire::Cycle {
    wire::Cycle { start: pen.instant(cycle.start), end: pen.instant(cycle.end) }
}

/// The pots with their lots, in burn order.
pub fn pots(ledger: &Ledger, pen: &Pen) -> Vec<wire::Pot> {
    let lot = |lot: &ledger::LotBalance| wire::Lot {
        id: lot.id.0.clone(),
        left: pen.amount(lot.left),
        starts: pen.instant(lot.starts),
        expires: lot.ends.map(|ends| pen.instant(ends)),
        usable: lot.usable,
    };
    let pot = |pot: &ledger::PotBalance| wire::Pot {
        pot: pot.pot.0.clone(),
        left: pen.amount(pot.left),
        lots: pot.lots.iter().map(lot).collect(),
    };
    ledger.pots().iter().map(pot).collect()
}

fn pending(one: &ledger::Pending, pen: &Pen) -> wire::Pending {
    wire::Pending {
        entry: one.entry.0,
        at: pen.instant(one.at),
        pot: one.pot.0.clone(),
        amount: pen.amount(one.amount),
    }
}

/// `forecast`, with its days.
pub fn forecast(forecast: &forecast::Forecast, pen: &Pen) -> wire::Forecast {
    let day = |place: usize| date(forecast.from + chrono::Days::new(place as u64));
    wire::Forecast {
        at: pen.instant(pen.now),
        horizon: day(forecast.days),
        renewal: forecast.renewal.map(|renewal| pen.instant(renewal.at)),
        run_out: wire::RunOut {
            p10: forecast.run_out.p10.map(day),
            p50: forecast.run_out.p50.map(day),
            p90: forecast.run_out.p90.map(day),
        },
        chance_before_renewal: forecast.chance_before_renewal,
        will_lapse: will_lapse(forecast, pen),
        basis: basis(&forecast.basis),
        days: Some(
            forecast.left.iter().enumerate().map(|(place, bands)| forecast_day(day(place), bands, pen)).collect(),
        ),
    }
}

fn basis(basis: &forecast::Basis) -> wire::Basis {
    let method = match basis.method {
        Method::Replay => "replay",
        Method::Plan => "plan",
    };
    wire::Basis {
        days: u32::try_from(basis.days).unwrap_or(u32::MAX),
        spends: basis.spends,
        method: method.to_owned(),
        typical_share: basis.typical_share,
    }
}

/// What is left at a day's end.
pub fn forecast_day(date: String, bands: &forecast::Bands, pen: &Pen) -> wire::ForecastDay {
    wire::ForecastDay {
        date,
        p10: pen.amount(bands.p10),
        p25: pen.amount(bands.p25),
        p50: pen.amount(bands.p50),
        p75: pen.amount(bands.p75),
        p90: pen.amount(bands.p90),
    }
}

/// What will lapse, in time; what lapses in no replay is left out.
fn will_lapse(forecast: &forecast::Forecast, pen: &Pen) -> Vec<wire::WillLapse> {
    let some = forecast.will_lapse.iter().filter(|lapse| !lapse.mean.is_zero());
    some.map(|lapse| wire::WillLapse {
        at: pen.instant(lapse.at),
        pot: lapse.pot.0.clone(),
        expected: pen.amount(lapse.mean),
    })
    .collect()
}

/// `log`: the given spends, newest first, with who paid them.
pub fn log<'a>(
    entries: impl IntoIterator<Item = &'a Entry>,
    actions: &[Action],
    ledger: &Ledger,
    pen: &Pen,
) -> wire::LogOfSpends {
    let mut spends: Vec<(&Entry, &Spend)> = entries
        .into_iter()
        .filter_map(|entry| if let Fact::Spend(spend) = &entry.fact { Some((entry, spend)) } else { None })
        .collect();
    spends.sort_by_key(|(entry, _)| std::cmp::Reverse((entry.at, entry.id)));
    wire::LogOfSpends {
        spends: spends.into_iter().map(|(entry, spend)| logged(entry, spend, actions, ledger, pen)).collect(),
    }
}

fn logged(entry: &Entry, spend: &Spend, actions: &[Action], ledger: &Ledger, pen: &Pen) -> wire::LoggedSpend {
    let slice = |slice: ledger::Slice<'_>| wire::Slice { lot: slice.lot.0.clone(), credits: pen.amount(slice.amount) };
    wire::LoggedSpend {
        id: entry.id.0,
        at: pen.instant(entry.at),
        date_only: entry.date_only,
        action: spend.key.as_ref().map(|key| generation::name(actions, key).to_owned()),
        settings: spend.key.as_ref().map(|key| key.settings.clone()).unwrap_or_default(),
        count: spend.count,
        credits: pen.amount(spend.credits),
        tags: spend.tags.clone(),
        note: spend.note.clone(),
        state: spend_state(entry, spend, ledger).to_owned(),
        estimated: spend.estimated,
        slices: ledger.slices(entry.id).into_iter().map(slice).collect(),
    }
}

/// What became of a spend's credits: `charged`, `refunded` (in full), `part_refunded`, `refund_expected`, `reserved`.
pub fn spend_state(entry: &Entry, spend: &Spend, ledger: &Ledger) -> &'static str {
    let refunded = ledger.refunded(entry.id);
    match () {
        () if refunded.is_zero() && spend.state == SpendState::RefundExpected => "refund_expected",
        () if refunded.is_zero() && spend.state == SpendState::Reserved => "reserved",
        () if refunded.is_zero() => "charged",
        () if refunded >= spend.credits => "refunded",
        () => "part_refunded",
    }
}

/// `estimate`, for a whole line, with what is left now.
pub fn estimate(action: &str, found: &PriceEstimate, outlook: &Outlook<'_>, pen: &Pen) -> wire::Estimate {
    let rounded = |units: f64| pen.rounded(units);
    let after = |taken: f64| rounded(outlook.left_after_about(taken));
    wire::Estimate {
        action: action.to_owned(),
        count: found.count,
        low: rounded(found.low),
        mid: rounded(found.mid),
        high: rounded(found.high),
        n: found.n,
        source: found.source.name().to_owned(),
        left_after: wire::LowMidHigh { low: after(found.high), mid: after(found.mid), high: after(found.low) },
        chance_covered: outlook.chance_covered(found),
    }
}

/// `check`, from what it found; before the book's start the ledger knows nothing that it could be held against.
pub fn check(found: &Found, actions: &[Action], pen: &Pen) -> wire::CheckResult {
    let finding = found.finding.as_ref();
    let explanations = finding.map(|finding| finding.explanations.as_slice()).unwrap_or_default();
    let gains = finding.map(|finding| finding.gains.as_slice()).unwrap_or_default();
    wire::CheckResult {
        entry: found.entry.map(|entry| entry.0),
        shown: pen.amount(found.shown),
        computed: finding.map(|finding| pen.amount(finding.computed)),
        difference: finding.map(|finding| pen.amount(finding.difference)),
        explanations: explanations.iter().map(|one| explanation(one, actions, pen)).collect(),
        gains: gains.iter().map(|one| gain(one, pen)).collect(),
    }
}

fn explanation(explanation: &Explanation, actions: &[Action], pen: &Pen) -> wire::Explanation {
    let guess = |guess: &Guess| wire::GuessedSpend {
        action: generation::name(actions, &guess.key).to_owned(),
        settings: guess.key.settings.clone(),
        count: guess.count,
        credits: pen.amount(guess.credits),
    };
    wire::Explanation {
        spends: explanation.spends.iter().map(guess).collect(),
        rest: pen.amount(explanation.rest),
        weight: explanation.weight,
    }
}

fn gain(gain: &Gain, pen: &Pen) -> wire::Gain {
    let of_kind = |kind: &str| wire::Gain { kind: kind.to_owned(), of: None, amount: None, at: None };
    let due = |kind: &str, at: Instant| wire::Gain { at: Some(pen.instant(at)), ..of_kind(kind) };
    match *gain {
        Gain::NotComeYet(renewal) => due("not_come_yet", renewal),
        Gain::CameLate { renewal, .. } => due("came_late", renewal),
        Gain::CameEarly(renewal) => due("came_early", renewal),
        Gain::Refund { of, amount } => {
            wire::Gain { of: Some(of.0), amount: Some(pen.amount(amount)), ..of_kind("refund") }
        }
        Gain::Grant(amount) => wire::Gain { amount: Some(pen.amount(amount)), ..of_kind("grant") },
    }
}

/// `statement`.
pub fn statement(statement: &ledger::Statement, pen: &Pen) -> wire::Statement {
    wire::Statement {
        opening: pen.amount(statement.opening),
        granted: pen.amount(statement.granted),
        refunded: pen.amount(statement.refunded),
        gained: pen.amount(statement.gained),
        forgiven: pen.amount(statement.forgiven),
        spent: pen.amount(statement.spent),
        unlogged: pen.amount(statement.unlogged),
        lapsed: pen.amount(statement.lapsed),
        closing: pen.amount(statement.closing),
        pots: statement.pots.iter().map(|pot| pot_statement(pot, pen)).collect(),
    }
}

fn pot_statement(pot: &ledger::PotStatement, pen: &Pen) -> wire::PotStatement {
    wire::PotStatement {
        pot: pot.pot.0.clone(),
        opening: pen.amount(pot.opening),
        granted: pen.amount(pot.granted),
        refunded: pen.amount(pot.refunded),
        gained: pen.amount(pot.gained),
        // What is overdrawn, and what is forgiven of it, belongs to no pot.
        forgiven: 0.0,
        moved_in: pen.amount(pot.moved_in),
        spent: pen.amount(pot.spent),
        unlogged: pen.amount(pot.unlogged),
        lapsed: pen.amount(pot.lapsed),
        moved_out: pen.amount(pot.moved_out),
        closing: pen.amount(pot.closing),
    }
}
