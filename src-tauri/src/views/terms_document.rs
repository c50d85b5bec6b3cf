//! The plan's rules as a document: what `terms show` prints, as TOML and as JSON.

use runout_core::credits::Credits;
use runout_core::facts::{ChangeMode, TermsVersion};
use runout_core::terms::{
    Cadence, Cap, Carry, CarryCap, GrantMode, GrantTerms, Interval, IntervalUnit, Kept, Life, Overdrawn, PotTerms,
    Ratio, TopUpTerms, WithinRank,
};
use runout_core::words;
use serde::Serialize;

use super::pen::{Pen, date};

/// One version of the terms. Amounts are in the service's unit.
#[derive(Debug, Serialize)]
pub struct TermsDocument {
    /// From when on they hold.
    from: String,
    /// What the plan is called.
    name: String,
    /// How they began.
    mode: &'static str,
    /// "USD 35.00" a cycle.
    #[serde(skip_serializing_if = "Option::is_none")]
    price: Option<String>,
    /// `forgiven_at_renewal` or `carried`.
    overdrawn: &'static str,
    /// `soonest_end` or `oldest`.
    within_rank: &'static str,
    /// The pots, as the terms list them.
    pots: Vec<PotDocument>,
    /// Bought lots, where they are offered.
    #[serde(skip_serializing_if = "Option::is_none")]
    top_ups: Option<TopUpDocument>,
}

#[derive(Debug, Serialize)]
struct PotDocument {
    name: String,
    rank: u16,
    carry: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    grant: Option<GrantDocument>,
}

#[derive(Debug, Serialize)]
struct GrantDocument {
    amount: Number,
    every: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    anchor: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    zone: Option<&'static str>,
    mode: &'static str,
}

#[derive(Debug, Serialize)]
struct TopUpDocument {
    pot: String,
    life: String,
}

/// A whole number where the unit is counted in whole ones.
#[derive(Debug, Serialize)]
#[serde(untagged)]
enum Number {
    Whole(i64),
    Parts(f64),
}

impl TermsDocument {
    /// The document of a version.
    pub fn of(version: &TermsVersion, pen: &Pen) -> Self {
        let terms = &version.terms;
        Self {
            from: pen.instant(version.from),
            name: terms.name.clone(),
            mode: mode(version.mode),
            price: terms.price.map(|price| {
                let currency = String::from_utf8_lossy(&price.currency).into_owned();
                format!("{currency} {}.{:02}", price.cents / 100, price.cents % 100)
            }),
            overdrawn: match terms.overdrawn {
                Overdrawn::ForgivenAtRenewal => "forgiven_at_renewal",
                Overdrawn::Carried => "carried",
                Overdrawn::Kept => "kept",
                Overdrawn::Billed { .. } => "billed",
            },
            within_rank: match terms.within_rank {
                WithinRank::SoonestEnd => "soonest_end",
                WithinRank::Oldest => "oldest",
            },
            pots: terms.pots.iter().map(|one| pot(one, pen)).collect(),
            top_ups: terms.top_ups.as_ref().map(top_ups),
        }
    }
}

fn mode(mode: ChangeMode) -> &'static str {
    match mode {
        ChangeMode::Difference => "difference",
        ChangeMode::UpTo => "up_to",
        ChangeMode::Full => "full",
        ChangeMode::Prorate => "prorate",
        ChangeMode::Both => "both",
        ChangeMode::Next => "next",
        ChangeMode::Replace => "replace",
    }
}

fn pot(pot: &PotTerms, pen: &Pen) -> PotDocument {
    let grant = pot.grant.as_ref().map(|one| grant(one, pen));
    PotDocument { name: pot.name.0.clone(), rank: pot.rank, carry: carry(&pot.carry, pen), grant }
}

fn carry(carry: &Carry, pen: &Pen) -> String {
    let kept = match carry.kept {
        Kept::UntilRenewal => "none".to_owned(),
        Kept::WhileSubscribed => "all".to_owned(),
        Kept::Cycles(cycles) => format!("{cycles} cycles"),
        Kept::For(life) => interval(life),
    };
    let share = (carry.share != Ratio::WHOLE).then(|| format!("{}/{} of it", carry.share.parts, carry.share.of));
    let capped = |cap: Cap| match cap {
        Cap::Credits(credits) => words::plain(credits, pen.decimals),
        Cap::Allotments(ratio) => format!("{}/{} of the allotment", ratio.parts, ratio.of),
    };
    let cap = carry.cap.as_ref().map(|cap| match cap {
        CarryCap::Carried(cap) => format!("up to {}", capped(*cap)),
        CarryCap::Total(cap) => format!("up to {} in all", capped(*cap)),
        CarryCap::Bank { pot, cap } => format!("into {} up to {}", pot.0, capped(*cap)),
    });
    std::iter::once(kept).chain(share).chain(cap).collect::<Vec<_>>().join(", ")
}

fn grant(grant: &GrantTerms, pen: &Pen) -> GrantDocument {
    let (every, anchor, zone) = match grant.cadence {
        Cadence::Once => ("once".to_owned(), None, None),
        Cadence::Every { every, anchor } => {
            let at = format!("{} {}", date(anchor.day), anchor.time.format("%H:%M"));
            (interval(every), Some(at), Some(anchor.zone.name()))
        }
        Cadence::FirstUse { window } => (format!("{} from the first use", interval(window)), None, None),
    };
    let mode = match grant.mode {
        GrantMode::Add => "add",
        GrantMode::RefillTo => "refill_to",
    };
    GrantDocument { amount: number(grant.amount, pen), every, anchor, zone, mode }
}

fn top_ups(terms: &TopUpTerms) -> TopUpDocument {
    let life = match terms.life {
        Life::Forever => "forever".to_owned(),
        Life::For(life) => interval(life),
        Life::UntilRenewal => "until the renewal".to_owned(),
        Life::Cycles(cycles) => format!("{cycles} cycles"),
        Life::FromRenewal(life) => format!("{} from the renewal", interval(life)),
    };
    TopUpDocument { pot: terms.pot.0.clone(), life }
}

fn interval(interval: Interval) -> String {
    let unit = match interval.of {
        IntervalUnit::Hour => "hour",
        IntervalUnit::Day => "day",
        IntervalUnit::Week => "week",
        IntervalUnit::Month => "month",
        IntervalUnit::Year => "year",
    };
    if interval.count == 1 { format!("1 {unit}") } else { format!("{} {unit}s", interval.count) }
}

fn number(amount: Credits, pen: &Pen) -> Number {
    if pen.decimals.places() == 0 { Number::Whole(amount.units()) } else { Number::Parts(pen.amount(amount)) }
}
