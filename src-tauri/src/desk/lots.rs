//! Top-ups and grants, and the ends of lots.

use runout_book::NewGrant;
use runout_core::calendar;
use runout_core::facts::{Grant, LotEnd, LotId};
use runout_core::ledger::{Edge, replay};
use runout_core::reconcile::after_check;
use runout_core::terms::{Life, PotName};
use runout_core::words::{self, Lean};
use runout_core::{Day, Instant};

use super::Desk;
use super::same_day::Side;
use super::told::Told;
use crate::refusal::refusal;
use crate::views::pen::Pen;
use crate::views::plan::read_money;
use crate::wire::{Refusal, TopUp};

impl Desk {
    /// Notes a top-up or a grant, as typed; into a pot of its own choice, or the one of the terms.
    ///
    /// # Errors
    /// A refusal at the field that cannot be read, and what the journey refuses.
    pub fn top_up(&mut self, typed: &TopUp, pot: Option<&str>) -> Result<Told, Refusal> {
        let pen = self.pen()?;
        let mut new = read(typed, pot, &pen)?;
        let beside = self.beside(new.at, new.date_only)?;
        new.at = beside.map_or(new.at, |check| after_check(new.at, check));
        let change = self.change(|book, now| book.top_up(&new, now))?;
        let told = self.tell_with_left(&change)?;
        self.tell_beside(told, beside, Side::After)
    }

    /// A pot by its name, whatever its case; one of any terms, or one that holds lots.
    ///
    /// # Errors
    /// A refusal at `pot` that names those that there are.
    pub fn pot_called(&self, name: &str, pen: &Pen) -> Result<PotName, Refusal> {
        let known = self.pot_names(pen)?;
        let wanted = name.trim().to_lowercase();
        if let Some(found) = known.iter().find(|pot| pot.0.to_lowercase() == wanted) {
            return Ok(found.clone());
        }
        let names = known.iter().map(|pot| pot.0.as_str()).collect::<Vec<_>>().join(", ");
        let words = format!("The plan has no pot called {}. It has: {names}.", words::quoted(name.trim()));
        Err(refusal("no_such_pot", words).at("pot"))
    }

    /// The pots of any terms, and those that hold lots, by name.
    pub(super) fn pot_names(&self, pen: &Pen) -> Result<Vec<PotName>, Refusal> {
        let facts = self.book()?.facts();
        let ledger = replay(facts, pen.now, Edge::After)?;
        let of_terms = facts.terms.iter().flat_map(|version| version.terms.pots.iter().map(|pot| pot.name.clone()));
        let mut known: Vec<PotName> = ledger.pots().iter().map(|pot| pot.pot.clone()).chain(of_terms).collect();
        known.sort();
        known.dedup();
        Ok(known)
    }

    /// Ends a lot now.
    ///
    /// # Errors
    /// What the journey refuses.
    pub fn void(&mut self, lot: &str) -> Result<Told, Refusal> {
        let change = self.change(|book, now| book.void(&LotId(lot.to_owned()), now))?;
        self.tell_with_left(&change)
    }

    /// Lets a lot end with another day.
    ///
    /// # Errors
    /// A refusal at `ends`, and what the journey refuses.
    pub fn extend(&mut self, lot: &str, last_day: &str) -> Result<Told, Refusal> {
        let until = read_end(last_day, &self.pen()?)?;
        let change = self.change(|book, now| book.extend(&LotId(lot.to_owned()), until, now))?;
        self.tell_with_left(&change)
    }
}

fn read(typed: &TopUp, pot: Option<&str>, pen: &Pen) -> Result<NewGrant, Refusal> {
    let amount = words::read_amount(&typed.amount, pen.decimals, &pen.figures);
    let (at, date_only) = read_start(&typed.on, pen)?;
    let until = match typed.ends.trim() {
        "" => None,
        never if never.eq_ignore_ascii_case("never") => Some(LotEnd::After(Life::Forever)),
        day => Some(LotEnd::At(read_end(day, pen)?)),
    };
    let grant = Grant {
        amount: amount.map_err(|error| Refusal::from(error).at("amount"))?,
        pot: pot.map(|pot| PotName(pot.to_owned())),
        until,
        bought: typed.bought,
        cost: read_money(&typed.cost).map_err(|refusal| refusal.at("cost"))?,
        note: String::new(),
    };
    Ok(NewGrant { at, date_only, grant })
}

/// When it begins: now where nothing was typed, the start of a day where only a day was.
pub(super) fn read_start(text: &str, pen: &Pen) -> Result<(Instant, bool), Refusal> {
    if text.trim().is_empty() {
        return Ok((pen.now, false));
    }
    let when = words::read_when(text, pen.now, pen.zone).map_err(|error| Refusal::from(error).at("on"))?;
    let day = pen.date_of(when.at);
    let at = if when.date_only && day != pen.today { calendar::start_of(day, pen.zone) } else { when.at };
    Ok((at, when.date_only))
}

/// The end of the last day on which it can be used.
fn read_end(text: &str, pen: &Pen) -> Result<Instant, Refusal> {
    let last = words::read_day(text, pen.today, Lean::Future).map_err(|error| Refusal::from(error).at("ends"))?;
    Ok(calendar::start_of(last.succ_opt().unwrap_or(Day::MAX), pen.zone))
}
