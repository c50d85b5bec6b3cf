//! How far the figure that is left may be off: not everything is logged, and the last check was some time ago.

use super::{Mark, Outlook, Text};
use crate::credits::Credits;
use crate::words;

/// From this share on the log counts as complete.
const COMPLETE: f64 = 0.95;

/// How much of what is spent the log has, and what that means for the balance.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Trust {
    /// Logged, as a share of all that was spent, by past checks; 0 to 1.
    pub share: f64,
    /// How far the balance may be off by now; nothing just after a check.
    pub give_or_take: Credits,
}

impl Outlook<'_> {
    /// How far the balance is to be trusted; none where no check tells how complete the log is.
    pub fn trust(&self) -> Option<Trust> {
        let coverage = self.habit.coverage?;
        let hidden = libm::round(coverage.hidden(self.now)) as i64;
        Some(Trust { share: coverage.share, give_or_take: Credits::new(hidden).unwrap_or(Credits::MAX) })
    }

    /// "· give or take 600, as you log about 83 %"; none where the log is complete, and just after a check.
    pub(super) fn give_or_take(&self) -> Option<Text> {
        let trust = self.trust().filter(|trust| trust.share < COMPLETE)?;
        let off = words::rounded_figure(self.units(trust.give_or_take), self.decimals(), &self.figures)?;
        let share = (trust.share * 100.0).round();
        let share = if share < 1.0 { "less than 1".to_owned() } else { format!("about {share:.0}") };
        Some(Text::default().then(Mark::Quiet, format!("· give or take {off}, as you log {share} %")))
    }
}
