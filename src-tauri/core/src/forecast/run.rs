//! The replays, walked through the ledger.

use super::paths::{Paths, Plan, write};
use super::{ForecastAsk, Habit, Replays};
use crate::ledger::{Future, Walk};

/// No day: the replay did not get there.
const NEVER: u32 = u32::MAX;

/// What the ledger made of every path. Columns: one value a path, in the order of the paths.
pub(super) struct Outcomes {
    /// Per day, what is left at its end.
    pub(super) left: Vec<Vec<i64>>,
    /// The first empty day.
    pub(super) empty: Vec<u32>,
    /// The first day that is not covered.
    pub(super) short: Vec<u32>,
    /// Per place of [`Future::lapses`].
    pub(super) lapsed: Vec<Vec<i64>>,
    /// Per place of [`Future::renewals`].
    pub(super) opens: Vec<Vec<i64>>,
}

/// Walks every path over `days` days, and keeps their first `kept` ones.
pub(super) fn run(
    habit: &Habit,
    replays: &Replays,
    future: &Future,
    ask: &ForecastAsk,
    (days, kept): (usize, usize),
) -> (Outcomes, Paths) {
    let (mut paths, mut plan) = (Paths::new(habit, ask, kept), Plan::new(ask, habit.today, days));
    let (mut replayed, mut spends) = (vec![0.0; days], vec![0; days]);
    let mut walk = future.new_walk();
    let mut outcomes = Outcomes::new(paths.count, days, &walk);
    for path in 0..paths.count {
        replays.fill(path, &mut replayed);
        let planned = plan.of_path(path);
        paths.keep(&replayed, planned);
        write(&replayed, planned, 1.0, habit.spent_today, &mut spends);
        future.walk(&spends, &mut walk);
        outcomes.note(path, &walk);
    }
    (outcomes, paths)
}

impl Outcomes {
    fn new(paths: usize, days: usize, walk: &Walk) -> Self {
        let columns = |count| vec![vec![0; paths]; count];
        let (empty, short) = (vec![NEVER; paths], vec![NEVER; paths]);
        let (lapsed, opens) = (columns(walk.lapsed.len()), columns(walk.opens.len()));
        Self { left: columns(days), empty, short, lapsed, opens }
    }

    fn note(&mut self, path: usize, walk: &Walk) {
        self.empty[path] = walk.first_empty.unwrap_or(NEVER);
        self.short[path] = walk.first_short.unwrap_or(NEVER);
        let to_columns = |columns: &mut Vec<Vec<i64>>, values: &[i64]| {
            columns.iter_mut().zip(values).for_each(|(column, value)| column[path] = *value);
        };
        to_columns(&mut self.left, &walk.left_end);
        to_columns(&mut self.lapsed, &walk.lapsed);
        to_columns(&mut self.opens, &walk.opens);
    }
}
