//! What happened: the entries of one service's log, as the book hands them over.

use std::borrow::Cow;

use crate::actions::Key;
use crate::credits::{Credits, Decimals};
use crate::terms::{Life, Money, PotName, Terms};
use crate::{Day, Instant, Zone};

/// Everything that the ledger, the price book and the forecast read about one service.
#[derive(Clone, Debug)]
pub struct Facts {
    /// The account.
    pub service: Service,
    /// The versions of the terms, in the order in which they begin; the first begins with the book.
    pub terms: Vec<TermsVersion>,
    /// The entries that stand (superseded and deleted ones are left out), in any order.
    pub entries: Vec<Entry>,
    /// What the user said about single days.
    pub marks: Vec<(Day, Mark)>,
}

impl Facts {
    /// What can be seen of them at an instant: what happened later is left out; a grant that was entered ahead of its
    /// time, and terms that are to begin, are known.
    pub fn seen_from(&self, now: Instant) -> Cow<'_, Self> {
        let unseen = |entry: &Entry| entry.at > now && !matches!(entry.fact, Fact::Grant(_));
        if !self.entries.iter().any(unseen) {
            return Cow::Borrowed(self);
        }
        let mut seen = self.clone();
        seen.entries.retain(|entry| !unseen(entry));
        Cow::Owned(seen)
    }

    /// The same with one entry more, entered last: what would be if this had happened, too.
    #[must_use]
    pub fn with(&self, at: Instant, fact: Fact) -> Self {
        let mut facts = self.clone();
        let id = EntryId(facts.entries.iter().map(|entry| entry.id.0).max().unwrap_or_default() + 1);
        facts.entries.push(Entry { id, at, date_only: false, fact });
        facts
    }
}

/// A credit-metered account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Service {
    /// What it is called: "LTX Studio".
    pub name: String,
    /// What its unit is called: "credits".
    pub unit: String,
    /// The unit's decimal places.
    pub decimals: Decimals,
    /// The user's zone: typed dates, the days of the forecast, what is shown.
    pub zone: Zone,
    /// Where the ledger begins. Entries before it count for prices and pace, not for the balance.
    pub start: Instant,
}

/// Terms, and from when on they hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TermsVersion {
    /// The first instant at which they hold.
    pub from: Instant,
    /// The rules.
    pub terms: Terms,
    /// What happens to what is there when they begin.
    pub mode: ChangeMode,
}

/// What happens at the instant at which new terms begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChangeMode {
    /// Add what the new allotment is larger by; the anchor is kept.
    Difference,
    /// Fill the cycle's lot up to the new allotment, never less; the anchor is kept.
    UpTo,
    /// The new allotment in full, what is left keeps its end, the cycle starts anew.
    Full,
    /// Add the difference's share of the cycle that is left (rounded half up, never below nothing).
    Prorate,
    /// The old lots live to their own ends beside a new cycle from now.
    Both,
    /// At the next renewal.
    Next,
    /// Nothing begins: it corrects the version before it, at every instant at which that one held.
    Replace,
}

/// Which entry; also its place in the order of entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntryId(pub i64);

/// Something that happened at an instant.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Its id, kept over edits: also the order of entry.
    pub id: EntryId,
    /// When.
    pub at: Instant,
    /// Whether only a date was typed.
    pub date_only: bool,
    /// What.
    pub fact: Fact,
}

/// The kinds of entry.
#[derive(Clone, Debug, PartialEq)]
pub enum Fact {
    /// Credits that one generation, or a batch, took.
    Spend(Spend),
    /// Credits that came back for a spend; at most what is not yet refunded of it.
    Refund {
        /// The spend.
        of: EntryId,
        /// How much.
        amount: Credits,
    },
    /// A lot of credits: a top-up, a bonus, goodwill.
    Grant(Grant),
    /// The end of a lot, now, whatever is left in it.
    Void {
        /// The lot.
        lot: LotId,
    },
    /// Another end for a lot.
    Extend {
        /// The lot.
        lot: LotId,
        /// Its new end.
        until: Instant,
    },
    /// What the service's own counter showed.
    Check(Check),
    /// A new cycle began at this instant, by hand.
    Renewal {
        /// Whether the schedule is counted from here from now on.
        moves_anchor: bool,
    },
    /// One renewal by the schedule comes at another instant, or has not come yet; the anchor stays.
    Shift {
        /// When the schedule says that it comes.
        renewal: Instant,
        /// When it comes; none: not yet ("it did not come").
        to: Option<Instant>,
    },
    /// The plan ends with its running cycle.
    Cancel,
    /// From now on nothing is granted or reset.
    Pause,
    /// The pause is over; a cancellation is taken back, or, once the plan has lapsed, a new cycle begins.
    Resume,
}

/// A spend.
#[derive(Clone, Debug, PartialEq)]
pub struct Spend {
    /// What was generated; none where only an amount was typed.
    pub key: Option<Key>,
    /// How many pieces, 1 or more.
    pub count: u32,
    /// What the whole line took.
    pub credits: Credits,
    /// Whether the credits are the offered estimate, not a typed figure.
    pub estimated: bool,
    /// Whether the credits came from a typed balance (`=22600`) and no check stood directly before it.
    pub derived: bool,
    /// Project, client or shot, without the `#`.
    pub tags: Vec<String>,
    /// Free text.
    pub note: String,
    /// What became of it.
    pub state: SpendState,
    /// What the user thinks of the result.
    pub verdict: Option<Verdict>,
}

impl Spend {
    /// Credits that were taken and typed, and nothing more said about them.
    pub const fn charged(key: Option<Key>, count: u32, credits: Credits) -> Self {
        Self {
            key,
            count,
            credits,
            estimated: false,
            derived: false,
            tags: Vec::new(),
            note: String::new(),
            state: SpendState::Charged,
            verdict: None,
        }
    }
}

/// What became of a spend's credits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SpendState {
    /// Taken.
    #[default]
    Charged,
    /// Taken; a refund is expected and not there yet.
    RefundExpected,
    /// Held by the service until the generation is done; what it takes in the end is not known yet.
    Reserved,
}

/// What the user thinks of the result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Used.
    Keeper,
    /// Not used.
    Reject,
    /// The service failed to make it.
    Failed,
}

/// A lot that did not come from the plan's own schedule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grant {
    /// How much.
    pub amount: Credits,
    /// Into which pot; none: the pot of the top-ups, or "Top-ups".
    pub pot: Option<PotName>,
    /// When it ends; none: as the terms say (see [`Life`]).
    pub until: Option<LotEnd>,
    /// Whether it was bought (a top-up) or given (a bonus).
    pub bought: bool,
    /// What was paid for it.
    pub cost: Option<Money>,
    /// Free text.
    pub note: String,
}

/// When a lot ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LotEnd {
    /// At this instant.
    At(Instant),
    /// After this life.
    After(Life),
}

/// A balance check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    /// What the service showed; it may be below 0.
    pub shown: Credits,
    /// One pot, or everything.
    pub pot: Option<PotName>,
    /// The spend whose `=22600` this is, if it is one.
    pub of_spend: Option<EntryId>,
}

/// A lot's name, stable under replay: `g12` for the lot of entry 12, `monthly-2026-11-15` for the plan's own.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LotId(pub String);

/// What the user said about a day, for the pace.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Nothing was spent: a quiet day.
    Nothing,
    /// Something was spent and not logged: the day does not count.
    Unlogged,
    /// What was spent will not come again: the day does not count.
    OneOff,
}
