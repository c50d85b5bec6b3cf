//! A typed change of the terms, read.

use chrono::{Datelike, NaiveTime};
use runout_book::TermsFrom;
use runout_core::calendar;
use runout_core::credits::{Credits, Decimals};
use runout_core::facts::ChangeMode;
use runout_core::outlook::Outlook;
use runout_core::terms::{
    Anchor, Cadence, Cap, Carry, Interval, IntervalUnit, Life, Money, Overdrawn, PotName, PotTerms, Terms, TopUpTerms,
};
use runout_core::words::{self, Lean};
use runout_core::{Day, Zone};

use super::super::pen::Pen;
use super::{fields, in_force, main_pot};
use crate::refusal::refusal;
use crate::wire::{Refusal, TermsEdit};

/// New terms, from when on, and what happens to what is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// The new rules.
    pub terms: Terms,
    /// From when on.
    pub from: TermsFrom,
    /// What happens at that instant.
    pub mode: ChangeMode,
}

/// Reads a change of the terms in force.
///
/// # Errors
/// A refusal at the field that cannot be read.
pub fn read(edit: &TermsEdit, outlook: &Outlook<'_>, pen: &Pen) -> Result<Edit, Refusal> {
    let version = in_force(outlook).ok_or_else(|| refusal("no_terms", "The book holds no terms. Restore a backup."))?;
    let mut terms = version.terms.clone();
    change_plan(&mut terms, edit, pen)?;
    change_grant(&mut terms, edit, pen)?;
    change_top_ups(&mut terms, edit)?;
    let from = from(edit, outlook, pen)?;
    Ok(Edit { terms, from, mode: mode(edit, from)? })
}

fn change_plan(terms: &mut Terms, edit: &TermsEdit, pen: &Pen) -> Result<(), Refusal> {
    if let Some(name) = edit.name.as_deref().map(str::trim).filter(|name| !name.is_empty()) {
        name.clone_into(&mut terms.name);
    }
    if let Some(price) = &edit.price {
        terms.price = read_money(price)?;
    }
    match edit.overdrawn.as_deref() {
        None => {}
        Some("forgiven") => terms.overdrawn = Overdrawn::ForgivenAtRenewal,
        Some("carried") => terms.overdrawn = Overdrawn::Carried,
        Some(other) => return Err(no_such_choice(other).at("overdrawn")),
    }
    let carry = edit.carry.clone().or_else(|| edit.carry_amount.as_ref().map(|_| fields(terms, pen).carry));
    if let Some(carry) = carry {
        let amount = edit.carry_amount.clone().unwrap_or_else(|| fields(terms, pen).carry_amount);
        let carry = read_carry(&carry, &amount, pen)?;
        if let Some(pot) = plan_pot(terms) {
            pot.carry = carry;
        }
    }
    Ok(())
}

fn change_grant(terms: &mut Terms, edit: &TermsEdit, pen: &Pen) -> Result<(), Refusal> {
    let allotment = edit.allotment.as_ref().map(|text| read_allotment(text, pen)).transpose()?;
    let day = edit.day.as_deref().map(read_day_of_month).transpose()?;
    let time = edit.time.as_deref().map(read_clock).transpose()?;
    let zone = edit.zone.as_deref().map(read_zone).transpose()?;
    let Some(grant) = plan_pot(terms).and_then(|pot| pot.grant.as_mut()) else { return Ok(()) };
    if let Some(amount) = allotment {
        grant.amount = amount;
    }
    if let Cadence::Every { every, anchor } = &mut grant.cadence {
        if let Some(day) = day {
            anchor.day = anchor_day(*every, anchor, day);
        }
        anchor.time = time.unwrap_or(anchor.time);
        anchor.zone = zone.unwrap_or(anchor.zone);
    }
    Ok(())
}

fn change_top_ups(terms: &mut Terms, edit: &TermsEdit) -> Result<(), Refusal> {
    match edit.top_ups {
        Some(false) => terms.top_ups = None,
        Some(true) if terms.top_ups.is_none() => {
            let pot = PotName("Top-ups".to_owned());
            if terms.pots.iter().all(|one| one.name != pot) {
                // Bought credits last longest, so they pay last.
                let rank = terms.pots.iter().map(|pot| pot.rank).max().unwrap_or_default().saturating_add(1);
                terms.pots.push(PotTerms::holding(pot.0.clone(), rank));
            }
            terms.top_ups = Some(TopUpTerms { pot, life: Life::Forever, packs: Vec::new() });
        }
        _ => {}
    }
    if let (Some(top_ups), Some(life)) = (&mut terms.top_ups, &edit.life) {
        top_ups.life = read_life(life, edit.life_count.as_deref().unwrap_or("1"))?;
    }
    Ok(())
}

fn plan_pot(terms: &mut Terms) -> Option<&mut PotTerms> {
    let name = main_pot(terms)?.name.clone();
    terms.pots.iter_mut().find(|pot| pot.name == name)
}

fn from(edit: &TermsEdit, outlook: &Outlook<'_>, pen: &Pen) -> Result<TermsFrom, Refusal> {
    match edit.from.as_str() {
        "now" => Ok(TermsFrom::Now),
        "correct" => Ok(TermsFrom::Correct),
        "next" => {
            let none = || refusal("no_renewal", "These terms have no next renewal. Choose now, or a date.").at("from");
            outlook.renewal().map(TermsFrom::Renewal).ok_or_else(none)
        }
        date => {
            let day =
                words::read_day(date, pen.today, Lean::Future).map_err(|error| Refusal::from(error).at("from"))?;
            Ok(TermsFrom::At(calendar::start_of(day, pen.zone)))
        }
    }
}

fn mode(edit: &TermsEdit, from: TermsFrom) -> Result<ChangeMode, Refusal> {
    match (edit.mode.as_deref(), from) {
        (_, TermsFrom::Renewal(_)) => Ok(ChangeMode::Next),
        (None | Some("difference"), _) => Ok(ChangeMode::Difference),
        (Some("up_to"), _) => Ok(ChangeMode::UpTo),
        (Some("full"), _) => Ok(ChangeMode::Full),
        (Some("prorate"), _) => Ok(ChangeMode::Prorate),
        (Some("both"), _) => Ok(ChangeMode::Both),
        (Some(other), _) => Err(no_such_choice(other).at("mode")),
    }
}

fn read_allotment(text: &str, pen: &Pen) -> Result<Credits, Refusal> {
    words::read_amount(text, pen.decimals, &pen.figures).map_err(|error| Refusal::from(error).at("allotment"))
}

fn read_carry(carry: &str, amount: &str, pen: &Pen) -> Result<Carry, Refusal> {
    let at = |error: Refusal| error.at("carry_amount");
    match carry {
        "none" => Ok(Carry::NONE),
        "all" => Ok(Carry::ALL),
        "up_to" => {
            let most = words::read_amount(amount, pen.decimals, &pen.figures).map_err(|error| at(error.into()))?;
            Ok(Carry::up_to(Cap::Credits(most)))
        }
        "cycles" => {
            let cycles = amount.trim().parse().ok().filter(|cycles| (1..=120).contains(cycles));
            cycles
                .map(Carry::cycles)
                .ok_or_else(|| at(refusal("bad_cycles", "A number of cycles from 1 to 120, please.")))
        }
        other => Err(no_such_choice(other).at("carry")),
    }
}

fn read_life(life: &str, count: &str) -> Result<Life, Refusal> {
    let of = match life {
        "forever" => return Ok(Life::Forever),
        "renewal" => return Ok(Life::UntilRenewal),
        "days" => IntervalUnit::Day,
        "months" => IntervalUnit::Month,
        "years" => IntervalUnit::Year,
        other => return Err(no_such_choice(other).at("life")),
    };
    let count = count.trim().parse().ok().filter(|count| (1..=3_650).contains(count));
    let count = count.ok_or_else(|| refusal("bad_life", "A number from 1 to 3650, please.").at("life_count"))?;
    Ok(Life::For(Interval { count, of }))
}

/// A day of the month, with or without its ending.
pub fn read_day_of_month(text: &str) -> Result<u32, Refusal> {
    let digits = text.trim().trim_end_matches(|letter: char| letter.is_alphabetic() || letter == '.');
    let day = digits.parse().ok().filter(|day| (1..=31).contains(day));
    day.ok_or_else(|| refusal("bad_day", "A day from 1 to 31, please.").at("day"))
}

/// January has every day of the month; a yearly plan keeps its month.
fn anchor_day(every: Interval, anchor: &Anchor, day: u32) -> Day {
    let month = if every.of == IntervalUnit::Year { anchor.day.month() } else { 1 };
    let wanted = Day::from_ymd_opt(anchor.day.year(), month, day);
    wanted.or_else(|| anchor.day.with_day(1).map(last_of_month)).unwrap_or(anchor.day)
}

fn last_of_month(first: Day) -> Day {
    let next = first.checked_add_months(chrono::Months::new(1)).and_then(|next| next.pred_opt());
    next.unwrap_or(first)
}

fn read_clock(text: &str) -> Result<NaiveTime, Refusal> {
    words::read_time(text).map_err(|error| Refusal::from(error).at("time"))
}

/// A zone by its IANA name, case-free.
pub fn read_zone(text: &str) -> Result<Zone, Refusal> {
    let found = chrono_tz::TZ_VARIANTS.iter().find(|zone| zone.name().eq_ignore_ascii_case(text.trim()));
    found.copied().ok_or_else(|| {
        refusal("no_such_zone", "There is no such time zone. Type one such as Europe/Berlin.").at("zone")
    })
}

/// "35 USD", "EUR 12.50"; nothing for an empty text.
pub fn read_money(text: &str) -> Result<Option<Money>, Refusal> {
    let bad = || refusal("bad_money", "Type an amount and a currency, such as 35 USD.");
    let words: Vec<&str> = text.split_whitespace().collect();
    let (amount, code) = match words.as_slice() {
        [] => return Ok(None),
        [one, other] if one.starts_with(|letter: char| letter.is_ascii_digit()) => (one, other),
        [one, other] => (other, one),
        _ => return Err(bad()),
    };
    let currency: [u8; 3] = code.to_ascii_uppercase().as_bytes().try_into().map_err(|_| bad())?;
    if !currency.iter().all(u8::is_ascii_uppercase) {
        return Err(bad());
    }
    Ok(Some(Money { currency, cents: cents(amount).ok_or_else(bad)? }))
}

fn cents(amount: &str) -> Option<i64> {
    // Read as an amount of a unit with two decimals, in every grouping that people type.
    let amount = words::read_amount(amount, Decimals::new(2).ok()?, &words::Figures::default()).ok()?;
    Some(amount.units()).filter(|cents| *cents <= 100_000_000_099)
}

fn no_such_choice(choice: &str) -> Refusal {
    refusal("no_such_choice", format!("“{choice}” cannot be chosen here."))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_is_read_in_either_order() {
        let usd = |cents| Some(Money { currency: *b"USD", cents });
        assert_eq!(read_money("35 usd").unwrap(), usd(3_500));
        assert_eq!(read_money("USD 12.5").unwrap(), usd(1_250));
        assert_eq!(read_money("USD 12,50").unwrap(), usd(1_250));
        assert_eq!(read_money("EUR 1,200.50").unwrap(), Some(Money { currency: *b"EUR", cents: 120_050 }));
        assert_eq!(read_money("USD 1.200,5").unwrap(), usd(120_050));
        assert_eq!(read_money(" ").unwrap(), None);
        for bad in ["35", "35 dollars", "1.234 USD", "-3 USD", "€ 3"] {
            assert_eq!(read_money(bad).unwrap_err().code, "bad_money", "{bad}");
        }
    }

    #[test]
    fn a_day_of_the_month_is_read_with_its_ending() {
        assert_eq!(read_day_of_month("31st").unwrap(), 31);
        assert_eq!(read_day_of_month("15.").unwrap(), 15);
        for bad in ["0", "32", "", "soon"] {
            assert_eq!(read_day_of_month(bad).unwrap_err().message, "A day from 1 to 31, please.", "{bad}");
        }
    }

    #[test]
    fn a_zone_is_found_whatever_its_case() {
        assert_eq!(read_zone("europe/berlin").unwrap(), Zone::Europe__Berlin);
        assert!(read_zone("Mars/Olympus").is_err());
    }
}
