//! How long bought credits live, in words.

use runout_core::terms::{Interval, IntervalUnit, Life};

use super::scribe::{Scribe, Word, spot};
use super::values;

/// A life without its count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Lives {
    Forever,
    UntilRenewal,
    Cycles,
    For,
    FromRenewal,
}

const LIVES: &[Word<Lives>] = &[
    (Lives::Forever, "forever", "do not end"),
    (Lives::For, "for", "last …"),
    (Lives::FromRenewal, "from_renewal", "last, counted from the renewal, …"),
    (Lives::UntilRenewal, "renewal", "end at the renewal"),
    (Lives::Cycles, "cycles", "end at a later renewal, …"),
];

impl Lives {
    const fn of(life: Life) -> Self {
        match life {
            Life::Forever => Self::Forever,
            Life::UntilRenewal => Self::UntilRenewal,
            Life::Cycles(_) => Self::Cycles,
            Life::For(_) => Self::For,
            Life::FromRenewal(_) => Self::FromRenewal,
        }
    }

    /// The life that was chosen, with the time of the former one where it had one.
    const fn life(self, former: Life) -> Life {
        let interval = match former {
            Life::For(interval) | Life::FromRenewal(interval) => interval,
            _ => Interval { count: 12, of: IntervalUnit::Month },
        };
        match self {
            Self::Forever => Life::Forever,
            Self::UntilRenewal => Life::UntilRenewal,
            Self::Cycles => Life::Cycles(2),
            Self::For => Life::For(interval),
            Self::FromRenewal => Life::FromRenewal(interval),
        }
    }
}

/// "last 12 months".
pub(super) fn life(scribe: &mut Scribe<'_>, path: &str, label: &'static str, life: &mut Life) {
    let mut lives = Lives::of(*life);
    if scribe.chosen(spot(path, "life", label), &mut lives, LIVES) {
        *life = lives.life(*life);
        if matches!(lives, Lives::For | Lives::FromRenewal | Lives::Cycles) {
            scribe.then(format!("{path}.life_for"));
        }
    }
    let counted = spot(path, "life_for", "How long");
    match life {
        Life::Forever | Life::UntilRenewal => {}
        Life::For(interval) | Life::FromRenewal(interval) => {
            scribe.say(" ");
            values::interval(scribe, counted, interval);
        }
        Life::Cycles(cycles) => {
            scribe.say(" number ");
            values::cycles(scribe, counted, cycles);
        }
    }
}
