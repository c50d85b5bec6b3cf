//! The four short answers under the burn-down: heads and order never change.

use super::{Mark, Outlook, Text};
use crate::credits::Credits;
use crate::ledger::PotBalance;
use crate::words;

/// One answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// The question.
    pub head: &'static str,
    /// The answer.
    pub figure: Text,
    /// What it means.
    pub lines: Vec<Text>,
    /// Whether the lines are a list.
    pub list: bool,
}

impl Cell {
    fn of(head: &'static str, figure: Text, lines: Vec<Text>) -> Self {
        Self { head, figure, lines, list: false }
    }
}

fn dash() -> Text {
    Text::default().then(Mark::Quiet, "–")
}

impl Outlook<'_> {
    /// Safe today, Will lapse, What you can still make, Pays next.
    pub fn cells(&self) -> Vec<Cell> {
        let (figure, lines) = self.still_make();
        let list = lines.len() > 1;
        let still = Cell { list, ..Cell::of("What you can still make", figure, lines) };
        vec![self.safe_today_cell(), self.will_lapse_cell(), still, self.pays_next_cell()]
    }

    fn safe_today_cell(&self) -> Cell {
        let head = "Safe today";
        let renewal = self.renewal().map(|at| self.day(self.day_of(at)));
        let Some(renewal) = renewal else { return Cell::of(head, dash(), vec![Text::plain("No renewal is due.")]) };
        if self.ledger.left().is_zero() {
            return Cell::of(head, Text::default().fact("0"), vec![Text::plain(format!("until {renewal}."))]);
        }
        let Some(safe) = self.forecast.as_ref().and_then(|forecast| forecast.safe_per_day) else {
            return Cell::of(head, dash(), vec![Text::plain("Not known before the first spend.")]);
        };
        let why = if self.is_learning() {
            format!("a day, to reach {renewal} at an even pace.{}", self.spent_today_words(safe))
        } else {
            let percent = self.ask.certainty;
            let article = if (80..90).contains(&percent) { "an" } else { "a" };
            format!("a day, for {article} {percent} % chance to reach {renewal}.{}", self.spent_today_words(safe))
        };
        Cell::of(head, Text::default().forecast(self.estimate(safe)), vec![Text::plain(why)])
    }

    /// " 799 spent today, 540 above it."
    fn spent_today_words(&self, safe: Credits) -> String {
        let spent = self.habit.logged_today;
        if spent <= Credits::ZERO {
            return String::new();
        }
        let over = spent.minus(safe).unwrap_or_default();
        if over > Credits::ZERO {
            let over = words::estimate(self.units(over), self.decimals(), &self.figures);
            format!(" {} spent today, {} above it.", self.exact(spent), over.trim_start_matches("≈ "))
        } else {
            format!(" {} spent today.", self.exact(spent))
        }
    }

    fn will_lapse_cell(&self) -> Cell {
        let head = "Will lapse";
        if self.ledger.left().is_zero() {
            return Cell::of(head, dash(), vec![Text::plain("Nothing is left to lapse.")]);
        }
        let carry = self.carry_words();
        let Some(lapse) = self.next_lapse() else {
            let words = carry.unwrap_or_else(|| "Nothing has an end.".to_owned());
            return Cell::of(head, dash(), vec![Text::plain(words)]);
        };
        let figure = Text::default().then(Mark::Lapse, self.estimate(lapse.mean));
        let end = |amount: Credits| {
            words::rounded_figure(self.units(amount), self.decimals(), &self.figures).unwrap_or_else(|| "0".to_owned())
        };
        let day = self.day(self.day_of(lapse.at));
        let range = match (end(lapse.low), end(lapse.high)) {
            (low, high) if low == high => format!("on {day}."),
            (low, high) => format!("on {day}; 8 in 10 chance: {low} to {high}."),
        };
        let line = carry.map_or(range.clone(), |carry| format!("{range} {carry}"));
        Cell::of(head, figure, vec![Text::plain(line)])
    }

    fn pays_next_cell(&self) -> Cell {
        let head = "Pays next";
        let paying: Vec<&PotBalance> = self.ledger.pots().iter().filter(|pot| pot.left > Credits::ZERO).collect();
        let Some((first, rest)) = paying.split_first() else { return self.nothing_pays(head) };
        let names: Vec<&str> = paying.iter().map(|pot| pot.pot.0.as_str()).collect();
        let mut lines = vec![Text::plain(format!("{}{}", self.pot_words(first), self.no_top_ups(rest)))];
        lines.extend(rest.iter().map(|pot| Text::plain(format!("{}: {}", pot.pot.0, self.pot_words(pot)))));
        Cell::of(head, Text::default().fact(names.join(", then ")), lines)
    }

    fn nothing_pays(&self, head: &'static str) -> Cell {
        let renewal = self.renewal();
        let opens = self.forecast.as_ref().zip(renewal);
        let opens = opens.and_then(|(f, at)| f.opens.iter().find(|opens| opens.at == at)).map(|opens| opens.bands.p50);
        let pot = self.ledger.pots().first().map_or("–", |pot| pot.pot.0.as_str());
        let words = match (renewal, opens) {
            (Some(at), Some(opens)) => format!("{} on {}.", self.exact(opens), self.day(self.day_of(at))),
            (Some(at), None) => format!("Its credits come on {}.", self.day(self.day_of(at))),
            (None, _) => "Nothing is left to pay with.".to_owned(),
        };
        let forgiven = if self.ledger.overdrawn() > Credits::ZERO { self.overdrawn_words() } else { "" };
        Cell::of(head, Text::default().fact(pot), vec![Text::plain(format!("{words}{forgiven}"))])
    }

    fn overdrawn_words(&self) -> &'static str {
        match self.ledger.terms().map(|terms| terms.overdrawn) {
            Some(crate::terms::Overdrawn::ForgivenAtRenewal) => " Your terms forgive what is overdrawn.",
            Some(crate::terms::Overdrawn::Carried) => " What is overdrawn is paid from it first.",
            Some(crate::terms::Overdrawn::Kept) => " What is overdrawn stays until a check or a refund.",
            Some(crate::terms::Overdrawn::Billed { .. }) | None => "",
        }
    }

    /// "6,262 left, ends with Mon 14 Dec."
    fn pot_words(&self, pot: &PotBalance) -> String {
        let left = self.exact(pot.left);
        let paying = pot.lots.iter().find(|lot| lot.left > Credits::ZERO);
        match paying.and_then(|lot| lot.ends) {
            Some(end) => {
                format!("{left} left, {}.", words::ends_with(end, self.zone(), self.today(), &self.figures))
            }
            None => format!("{left} left, no end."),
        }
    }

    fn no_top_ups(&self, rest: &[&PotBalance]) -> &'static str {
        let bought = self.ledger.lots().any(|lot| lot.bought && lot.left > Credits::ZERO);
        if rest.is_empty() && !bought { " No top-ups." } else { "" }
    }
}
