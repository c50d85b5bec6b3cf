//! How sure the figure is: the last balance check, and what moved since.

use super::{Mark, Outlook, Text};
use crate::Day;
use crate::Instant;
use crate::credits::Credits;
use crate::facts::{Entry, EntryId, Fact};
use crate::ledger::{GrantedBy, Moment, What};
use crate::price_book::PriceEstimate;
use crate::words;

/// The last balance check of everything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Confirmed {
    /// Which entry.
    pub entry: EntryId,
    /// When.
    pub at: Instant,
    /// What the service showed.
    pub shown: Credits,
}

/// Credits of one kind and how many entries they come from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sum {
    /// How many credits.
    pub credits: Credits,
    /// From how many entries.
    pub n: u32,
}

/// What moved since the last check (or since the book began): with it, it adds up to left − overdrawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// The check.
    pub confirmed: Option<Confirmed>,
    /// Spends whose figure was typed.
    pub logged: Sum,
    /// Spends that stand with their estimate.
    pub estimated: Sum,
    /// What came back.
    pub refunded: Sum,
    /// What the plan granted: expected, until a check.
    pub expected: Sum,
    /// When the plan first granted since then.
    pub expected_at: Option<Instant>,
    /// Top-ups and other lots that were entered.
    pub granted: Sum,
    /// What was granted on account, and will be billed.
    pub billed: Sum,
    /// What lapsed.
    pub lapsed: Sum,
    /// What froze because the plan lapsed.
    pub frozen: Sum,
    /// What became usable again.
    pub thawed: Sum,
    /// What a renewal forgave.
    pub forgiven: Sum,
    /// What checks of single pots found, gains less what was missing.
    pub pots_checked: Sum,
}

/// A term of the sum under the sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// Its words.
    pub text: Text,
    /// Whether it was confirmed.
    pub confirmed: bool,
    /// The first day of its rows in the log.
    pub from: Option<Day>,
}

impl Sum {
    fn add(&mut self, change: Credits) {
        let amount = Credits::new(change.units().abs()).unwrap_or_default();
        self.credits = self.credits.plus(amount).unwrap_or(Credits::MAX);
        self.n += 1;
    }
}

impl Standing {
    /// What was spent since the check, typed or estimated.
    pub fn logged_since(&self) -> Credits {
        self.logged.credits.plus(self.estimated.credits).unwrap_or(Credits::MAX)
    }
}

impl Outlook<'_> {
    /// The last balance check of everything, and what moved since.
    pub fn standing(&self) -> Standing {
        let confirmed = self.confirmed();
        let moments = self.ledger.moments();
        let is_the_check = |m: &Moment| confirmed.is_some_and(|c| matches!(m.what, What::Checked(e) if e == c.entry));
        let since = moments.iter().rposition(is_the_check).map_or(0, |place| place + 1);
        let mut standing = Standing { confirmed, ..Standing::default() };
        for moment in &moments[since..] {
            self.count(&mut standing, moment);
        }
        standing
    }

    /// The last balance check of everything.
    pub fn confirmed(&self) -> Option<Confirmed> {
        let check = self.ledger.checks().iter().rev().find(|check| check.pot.is_none())?;
        Some(Confirmed { entry: check.entry, at: check.at, shown: check.shown })
    }

    /// What is left after so much is taken: what was logged beyond is paid first, and it is never below nothing.
    pub fn left_after(&self, taken: Credits) -> Credits {
        self.ledger.balance().minus(taken).unwrap_or_default().max(Credits::ZERO)
    }

    /// The same for an estimate, in units.
    pub fn left_after_about(&self, taken: f64) -> f64 {
        (self.units(self.ledger.balance()) - taken).max(0.0)
    }

    /// The chance that what is left covers an estimate.
    pub fn chance_covered(&self, price: &PriceEstimate) -> f64 {
        price.chance_covered(self.units(self.ledger.balance()))
    }

    /// What checks found missing in the running cycle.
    pub fn unlogged_in_cycle(&self) -> Credits {
        let since = self.ledger.cycle().map_or(self.facts.service.start, |cycle| cycle.start);
        let checks = self.ledger.checks().iter().filter(|check| check.at >= since);
        let units = checks.map(|check| check.unlogged.units()).sum();
        Credits::new(units).unwrap_or(Credits::MAX)
    }

    fn count(&self, standing: &mut Standing, moment: &Moment) {
        let sum = match moment.what {
            What::Spent(entry) if self.is_estimated(entry) => &mut standing.estimated,
            What::Spent(_) => &mut standing.logged,
            What::Refunded { .. } => &mut standing.refunded,
            What::Granted { by: GrantedBy::Entry(_), .. } => &mut standing.granted,
            What::Billed(_) => &mut standing.billed,
            What::Granted { .. } => {
                standing.expected_at.get_or_insert(moment.at);
                &mut standing.expected
            }
            What::Lapsed { .. } => &mut standing.lapsed,
            What::Frozen(_) => &mut standing.frozen,
            What::Thawed(_) => &mut standing.thawed,
            What::Forgiven => &mut standing.forgiven,
            What::Renewed | What::Moved { .. } => return,
            What::Checked(_) => {
                let signed = standing.pots_checked.credits.plus(moment.change).unwrap_or_default();
                standing.pots_checked = Sum { credits: signed, n: standing.pots_checked.n + 1 };
                return;
            }
        };
        sum.add(moment.change);
    }

    fn is_estimated(&self, entry: EntryId) -> bool {
        self.spend(entry).is_some_and(|spend| spend.estimated)
    }

    /// "◉ 9,766 checked Tue 1 Dec, 18:20 − 3,339 logged since (8) − ≈ 165 estimated (1) · give or take 600, …".
    pub fn provenance(&self) -> Vec<Term> {
        let standing = self.standing();
        let from = self.day_of(standing.confirmed.map_or(self.facts.service.start, |check| check.at));
        let mut terms = vec![self.first_term(&standing, from)];
        let moved = self.moved(&standing);
        terms.extend(moved.into_iter().map(|text| Term { text, confirmed: false, from: Some(from) }));
        terms.extend(self.give_or_take().map(|text| Term { text, confirmed: false, from: None }));
        terms
    }

    fn first_term(&self, standing: &Standing, from: Day) -> Term {
        let text = match standing.confirmed {
            Some(check) => {
                let when = words::moment(check.at, self.zone(), self.today(), &self.figures);
                Text::default().fact(self.exact(check.shown)).then(Mark::Quiet, format!(" checked {when}"))
            }
            None => Text::default().then(Mark::Quiet, "Not checked yet. The figure is your log’s."),
        };
        Term { text, confirmed: standing.confirmed.is_some(), from: Some(from) }
    }

    fn moved(&self, standing: &Standing) -> Vec<Text> {
        let since = if standing.confirmed.is_some() { "logged since" } else { "logged" };
        let mut terms = Vec::new();
        let mut term = |sign: &str, sum: Sum, words: &str| {
            if sum.n > 0 && !sum.credits.is_zero() {
                let figure = format!("{sign} {}", self.exact(sum.credits));
                terms.push(Text::default().fact(figure).then(Mark::Quiet, format!(" {words}")));
            }
        };
        term("+", standing.expected, &self.expected_words(standing));
        term("−", standing.logged, &format!("{since} ({})", standing.logged.n));
        term("+", standing.refunded, "refunded");
        term("+", standing.granted, "granted");
        term("+", standing.billed, "on account, billed");
        term("−", standing.lapsed, "lapsed");
        term("−", standing.frozen, "frozen");
        term("+", standing.thawed, "usable again");
        term("+", standing.forgiven, "forgiven");
        let pots = standing.pots_checked;
        let size = Credits::new(pots.credits.units().abs()).unwrap_or_default();
        let sign = if pots.credits.is_negative() { "−" } else { "+" };
        term(sign, Sum { credits: size, n: pots.n }, "found by checks of a pot");
        if !standing.estimated.credits.is_zero() {
            let words = format!("− ≈ {} estimated ({})", self.exact(standing.estimated.credits), standing.estimated.n);
            terms.insert(terms.len().min(1 + usize::from(standing.expected.n > 0)), Text::default().forecast(words));
        }
        terms
    }

    fn expected_words(&self, standing: &Standing) -> String {
        let day = standing.expected_at.map(|at| self.day(self.day_of(at))).unwrap_or_default();
        format!("expected since {day}, not confirmed")
    }

    /// "Checked 3 days ago", "Not checked yet".
    pub fn checked_words(&self) -> String {
        let Some(check) = self.confirmed() else { return "Not checked yet".to_owned() };
        format!("Checked {}", words::distance(self.day_of(check.at), self.today()))
    }

    /// Whether the last check is more than 7 days old.
    pub fn checked_long_ago(&self) -> bool {
        self.confirmed().is_some_and(|check| (self.today() - self.day_of(check.at)).num_days() > 7)
    }

    /// An entry by its id.
    pub fn entry(&self, id: EntryId) -> Option<&Entry> {
        self.places.get(&id).map(|place| &self.facts.entries[*place])
    }

    /// A spend by its entry.
    pub(crate) fn spend(&self, entry: EntryId) -> Option<&crate::facts::Spend> {
        self.places.get(&entry).and_then(|place| match &self.facts.entries[*place].fact {
            Fact::Spend(spend) => Some(spend),
            _ => None,
        })
    }
}
