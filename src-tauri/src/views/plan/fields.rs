//! The terms as fields and as sentences.

use runout_core::credits::Credits;
use runout_core::terms::{
    Cadence, Cap, Carry, CarryCap, GrantTerms, Interval, IntervalUnit, Kept, Life, Money, Overdrawn, PotTerms, Ratio,
    Terms,
};

use super::super::pen::Pen;
use crate::wire::TermsFields;

/// The pot that the plan's sentences are about: the one with the largest allotment a day.
pub fn main_pot(terms: &Terms) -> Option<&PotTerms> {
    let a_day = |pot: &&PotTerms| {
        let grant = pot.grant.as_ref()?;
        Some(grant.amount.units().saturating_mul(1_000) / minutes_between(grant.cadence).max(1))
    };
    let granted = terms.pots.iter().filter(|pot| pot.grant.is_some());
    granted.max_by_key(a_day).or(terms.pots.first())
}

/// About how many minutes lie between two grants; for comparing them only.
fn minutes_between(cadence: Cadence) -> i64 {
    match cadence {
        Cadence::Once => i64::MAX,
        Cadence::Every { every, .. } | Cadence::FirstUse { window: every } => {
            i64::from(every.count) * minutes(every.of)
        }
    }
}

const fn minutes(unit: IntervalUnit) -> i64 {
    match unit {
        IntervalUnit::Hour => 60,
        IntervalUnit::Day => 1_440,
        IntervalUnit::Week => 10_080,
        IntervalUnit::Month => 43_800,
        IntervalUnit::Year => 525_600,
    }
}

/// The terms' fields.
pub fn fields(terms: &Terms, pen: &Pen) -> TermsFields {
    let pot = main_pot(terms);
    let grant = pot.and_then(|pot| pot.grant.as_ref());
    let anchor = grant.and_then(anchor);
    let (carry, carry_amount) = carry(pot.map_or(&Carry::ALL, |pot| &pot.carry), pen);
    let (life, life_count) = life(terms.top_ups.as_ref().map_or(Life::Forever, |top_ups| top_ups.life));
    TermsFields {
        name: terms.name.clone(),
        allotment: pen.exact(grant.map_or(Credits::ZERO, |grant| grant.amount)),
        cadence: grant.map_or("once", |grant| cadence_name(grant.cadence)).to_owned(),
        cadence_words: grant.map_or_else(|| "once".to_owned(), |grant| cadence_words(grant.cadence)),
        day: anchor.map(|anchor| anchor.day.format("%-d").to_string()).unwrap_or_default(),
        time: anchor.map(|anchor| anchor.time.format("%H:%M").to_string()).unwrap_or_default(),
        zone: anchor.map_or(pen.zone, |anchor| anchor.zone).name().to_owned(),
        carry: carry.to_owned(),
        carry_amount,
        top_ups: terms.top_ups.is_some(),
        life: life.to_owned(),
        life_count,
        overdrawn: overdrawn(terms.overdrawn).to_owned(),
        price: terms.price.map(money).unwrap_or_default(),
    }
}

const fn anchor(grant: &GrantTerms) -> Option<runout_core::terms::Anchor> {
    match grant.cadence {
        Cadence::Once | Cadence::FirstUse { .. } => None,
        Cadence::Every { anchor, .. } => Some(anchor),
    }
}

const fn cadence_name(cadence: Cadence) -> &'static str {
    match cadence {
        Cadence::Once => "once",
        Cadence::Every { every: Interval { count: 1, of: IntervalUnit::Day }, .. } => "daily",
        Cadence::Every { every: Interval { count: 1, of: IntervalUnit::Week }, .. } => "weekly",
        Cadence::Every { every: Interval { count: 1, of: IntervalUnit::Month }, .. } => "monthly",
        Cadence::Every { every: Interval { count: 1, of: IntervalUnit::Year }, .. } => "yearly",
        Cadence::Every { .. } => "days",
        Cadence::FirstUse { .. } => "first_use",
    }
}

fn cadence_words(cadence: Cadence) -> String {
    match cadence {
        Cadence::Once => "once".to_owned(),
        Cadence::Every { every: Interval { count: 1, of }, .. } => format!("each {}", unit(of)),
        Cadence::Every { every, .. } => format!("every {}", interval(every)),
        Cadence::FirstUse { window } => format!("with the first spend, for {}", interval(window)),
    }
}

/// "1 month", "30 days".
pub fn interval(Interval { count, of }: Interval) -> String {
    if count == 1 { format!("1 {}", unit(of)) } else { format!("{count} {}s", unit(of)) }
}

const fn unit(of: IntervalUnit) -> &'static str {
    match of {
        IntervalUnit::Hour => "hour",
        IntervalUnit::Day => "day",
        IntervalUnit::Week => "week",
        IntervalUnit::Month => "month",
        IntervalUnit::Year => "year",
    }
}

/// The rule's name, where it has one; a rule of several parts is `other`.
fn carry(carry: &Carry, pen: &Pen) -> (&'static str, String) {
    match (carry.kept, &carry.cap) {
        _ if carry.share != Ratio::WHOLE => ("other", String::new()),
        (Kept::UntilRenewal, None) => ("none", String::new()),
        (Kept::WhileSubscribed, None) => ("all", String::new()),
        (Kept::WhileSubscribed, Some(CarryCap::Carried(Cap::Credits(most)))) => ("up_to", pen.exact(*most)),
        (Kept::Cycles(cycles), None) => ("cycles", cycles.to_string()),
        _ => ("other", String::new()),
    }
}

fn life(life: Life) -> (&'static str, String) {
    match life {
        Life::Forever => ("forever", String::new()),
        Life::UntilRenewal => ("renewal", String::new()),
        Life::For(Interval { count, of }) => match of {
            // A whole number of days is said in days, whatever it was stored in.
            IntervalUnit::Hour => ("days", (count / 24).to_string()),
            IntervalUnit::Day => ("days", count.to_string()),
            IntervalUnit::Week => ("days", (count * 7).to_string()),
            IntervalUnit::Month => ("months", count.to_string()),
            IntervalUnit::Year => ("years", count.to_string()),
        },
        Life::Cycles(_) | Life::FromRenewal(_) => ("other", String::new()),
    }
}

const fn overdrawn(overdrawn: Overdrawn) -> &'static str {
    match overdrawn {
        Overdrawn::ForgivenAtRenewal => "forgiven",
        Overdrawn::Carried => "carried",
        Overdrawn::Kept => "kept",
        Overdrawn::Billed { .. } => "billed",
    }
}

/// "35 USD", "12.50 EUR".
pub fn money(money: Money) -> String {
    let code = String::from_utf8_lossy(&money.currency);
    let (whole, cents) = (money.cents / 100, (money.cents % 100).abs());
    if cents == 0 { format!("{whole} {code}") } else { format!("{whole}.{cents:02} {code}") }
}
