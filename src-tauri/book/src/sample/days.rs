//! How the weeks of the made-up year go.

use runout_core::Day;

use super::dice::Dice;

/// What a week is like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Week {
    /// Hardly anything.
    Quiet,
    /// A few evenings.
    Usual,
    /// A deadline.
    Burst,
}

/// The projects, one after the other.
const PROJECTS: [&str; 9] =
    ["teaser", "ep1", "northlight", "ep2", "sneaker-ad", "ep3", "trailer", "christmas", "showreel"];

impl Week {
    pub(super) fn roll(dice: &mut Dice) -> Self {
        match dice.between(1, 100) {
            ..=24 => Self::Quiet,
            25..=78 => Self::Usual,
            _ => Self::Burst,
        }
    }

    /// How many generations a day of such a week has.
    pub(super) fn pieces(self, weekday: u32, dice: &mut Dice) -> i64 {
        let weekend = weekday >= 5;
        let (chance, most) = match self {
            Self::Quiet => (8, 2),
            Self::Usual => (if weekend { 55 } else { 34 }, 7),
            Self::Burst => (if weekend { 45 } else { 82 }, 13),
        };
        if dice.happens(chance) { dice.between(1, most) } else { 0 }
    }
}

/// The project of a day: each lasts about six weeks.
pub(super) fn project(first: Day, day: Day) -> &'static str {
    let weeks = (day - first).num_days().max(0) / 41;
    PROJECTS[usize::try_from(weeks).unwrap_or(0) % PROJECTS.len()]
}
