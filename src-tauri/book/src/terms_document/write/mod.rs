//! Writing terms as a document, for people as TOML and for programs as JSON.

mod shape;

use runout_core::credits::{Credits, Decimals};
use runout_core::terms::{
    Anchor, AutoRefill, AutoRefillAmount, AutoRefillLimit, Cadence, Cap, Carry, CarryCap, Ceiling, DayLimit, GrantMode,
    GrantTerms, Interval, Overdrawn, Pack, PackPart, PausedAnchor, Pays, PotTerms, Ratio, Terms, TopUpTerms, Trigger,
    WhileLapsed, WithinRank,
};

use self::shape::{CarryParts, CarryRule, Clock, Grant, Limit, Number, PackForSale, Part, Pot, Refill, TopUps};
use super::numbers::money_text;
use super::words::{allotments_text, interval_text, kept_text, life_text, ratio_text, wall_clock_text};

pub use self::shape::TermsDocument;

/// The terms as TOML. What is usual is left out, all but what a reader would miss.
pub fn write(terms: &Terms, decimals: Decimals) -> String {
    // Every field of the document is a text, a number, a list or a table: all of them are TOML.
    toml::to_string(&TermsDocument::of(terms, decimals)).unwrap_or_default()
}

impl TermsDocument {
    /// The document of these terms.
    pub fn of(terms: &Terms, decimals: Decimals) -> Self {
        let Terms { name, pots, within_rank, overdrawn, top_ups, auto_refill, pause, price } = terms;
        let (overdrawn, billed) = match overdrawn {
            Overdrawn::ForgivenAtRenewal => ("forgiven_at_renewal", None),
            Overdrawn::Carried => ("carried", None),
            Overdrawn::Kept => ("kept", None),
            Overdrawn::Billed { limit } => ("billed", *limit),
        };
        Self {
            name: name.clone(),
            price: price.map(money_text),
            overdrawn,
            billed_at_most: billed.map(|limit| number(limit, decimals)),
            within_rank: match within_rank {
                WithinRank::SoonestEnd => "soonest_end",
                WithinRank::Oldest => "oldest",
            },
            pause: match pause {
                PausedAnchor::Moves => None,
                PausedAnchor::Stands => Some("anchor_stands"),
            },
            pots: pots.iter().map(|one| pot(one, decimals)).collect(),
            top_ups: top_ups.as_ref().map(|one| bought(one, decimals)),
            auto_refill: auto_refill.as_ref().map(|one| refill(one, decimals)),
        }
    }
}

fn pot(pot: &PotTerms, decimals: Decimals) -> Pot {
    let PotTerms { name, rank, grant, carry, pays, day_limit, while_lapsed } = pot;
    let carry = match carry {
        _ if *carry == Carry::NONE => CarryRule::Word("none"),
        _ if *carry == Carry::ALL => CarryRule::Word("all"),
        parts => CarryRule::Parts(carry_parts(parts, decimals)),
    };
    Pot {
        name: name.0.clone(),
        rank: *rank,
        pays_only: match pays {
            Pays::Everything => None,
            Pays::Only(actions) => Some(actions.clone()),
        },
        while_lapsed: match while_lapsed {
            WhileLapsed::Usable => None,
            WhileLapsed::Frozen => Some("frozen"),
            WhileLapsed::FrozenAndHeld => Some("frozen_and_held"),
        },
        carry,
        grant: grant.as_ref().map(|one| granted(one, decimals)),
        day_limit: day_limit.map(|DayLimit { amount, from }| limit(amount, None, from, decimals)),
    }
}

fn granted(grant: &GrantTerms, decimals: Decimals) -> Grant {
    let GrantTerms { amount, cadence, mode, ceiling, trigger, scale } = grant;
    let (every, clock, first_use) = match cadence {
        Cadence::Once => (Some("once".to_owned()), None, None),
        Cadence::Every { every, anchor } => (Some(interval_text(*every)), Some(clock(*anchor)), None),
        Cadence::FirstUse { window } => (None, None, Some(interval_text(*window))),
    };
    Grant {
        amount: number(*amount, decimals),
        every,
        clock,
        first_use,
        mode: match mode {
            GrantMode::Add => None,
            GrantMode::RefillTo => Some("refill_to"),
        },
        when_empty: match trigger {
            Trigger::Calendar => None,
            Trigger::WhenEmpty(pots) => Some(pots.iter().map(|pot| pot.0.clone()).collect()),
        },
        scale: scale.iter().map(|step| number(*step, decimals)).collect(),
        ceiling: ceiling.map(|Ceiling { amount, every, anchor }| limit(amount, Some(every), anchor, decimals)),
    }
}

fn limit(amount: Credits, every: Option<Interval>, anchor: Anchor, decimals: Decimals) -> Limit {
    Limit { amount: number(amount, decimals), every: every.map(interval_text), clock: clock(anchor) }
}

fn clock(anchor: Anchor) -> Clock {
    let Anchor { day, time, zone } = anchor;
    Clock { anchor: wall_clock_text(day, time), zone: zone.name() }
}

fn carry_parts(carry: &Carry, decimals: Decimals) -> CarryParts {
    let Carry { kept, share, cap } = carry;
    let mut parts = CarryParts {
        kept: kept_text(*kept),
        share: (*share != Ratio::WHOLE).then(|| ratio_text(*share)),
        at_most: None,
        total_at_most: None,
        bank: None,
        bank_at_most: None,
    };
    match cap {
        None => {}
        Some(CarryCap::Carried(cap)) => parts.at_most = Some(cap_number(*cap, decimals)),
        Some(CarryCap::Total(cap)) => parts.total_at_most = Some(cap_number(*cap, decimals)),
        Some(CarryCap::Bank { pot, cap }) => {
            parts.bank = Some(pot.0.clone());
            parts.bank_at_most = Some(cap_number(*cap, decimals));
        }
    }
    parts
}

fn cap_number(cap: Cap, decimals: Decimals) -> Number {
    match cap {
        Cap::Credits(credits) => number(credits, decimals),
        Cap::Allotments(ratio) => Number::Phrase(allotments_text(ratio)),
    }
}

fn bought(terms: &TopUpTerms, decimals: Decimals) -> TopUps {
    let TopUpTerms { pot, life, packs } = terms;
    let packs = packs.iter().map(|Pack { name, price, parts }| PackForSale {
        name: name.clone(),
        price: price.map(money_text),
        parts: parts.iter().map(|one| part(one, decimals)).collect(),
    });
    TopUps { pot: pot.0.clone(), life: life_text(*life), packs: packs.collect() }
}

fn part(part: &PackPart, decimals: Decimals) -> Part {
    let PackPart { amount, pot, life, bonus } = part;
    Part {
        amount: number(*amount, decimals),
        pot: pot.as_ref().map(|pot| pot.0.clone()),
        life: life.map(life_text),
        bonus: *bonus,
    }
}

fn refill(refill: &AutoRefill, decimals: Decimals) -> Refill {
    let AutoRefill { below, counts, buys, at_most, price, pot, life } = refill;
    let (fixed, target) = match buys {
        AutoRefillAmount::Fixed(amount) => (Some(*amount), None),
        AutoRefillAmount::UpTo(target) => (None, Some(*target)),
    };
    Refill {
        below: number(*below, decimals),
        counts: counts.iter().map(|pot| pot.0.clone()).collect(),
        buys: fixed.map(|amount| number(amount, decimals)),
        up_to: target.map(|amount| number(amount, decimals)),
        at_most: at_most.map(|limit| match limit {
            AutoRefillLimit::Credits(credits) => number(credits, decimals),
            AutoRefillLimit::Money(money) => Number::Phrase(money_text(money)),
        }),
        price: price.map(money_text),
        pot: pot.0.clone(),
        life: life_text(*life),
    }
}

/// At most 10^15 smallest units: so many digits go through a binary fraction and come back as they were.
#[expect(clippy::cast_precision_loss, reason = "within 2^53")]
fn number(amount: Credits, decimals: Decimals) -> Number {
    if decimals == Decimals::NONE {
        Number::Whole(amount.units())
    } else {
        Number::Parts(amount.units() as f64 / decimals.scale() as f64)
    }
}
