//! The spend ahead without a ledger: cumulative over the days, in fractions. What the back-test scores.

use super::Replays;

/// Per path, what is spent from today to the end of each day.
#[derive(Clone, Debug)]
pub struct SpendAhead {
    days: usize,
    /// Path after path, day after day.
    cumulative: Vec<f64>,
}

impl SpendAhead {
    /// The first `paths` replays over `days` days.
    pub fn of(replays: &Replays, paths: usize, days: usize) -> Self {
        let mut cumulative = vec![0.0; paths * days];
        for (path, row) in cumulative.chunks_exact_mut(days.max(1)).enumerate() {
            replays.fill(path, row);
            let mut sum = 0.0;
            for day in row {
                sum += *day;
                *day = sum;
            }
        }
        Self { days, cumulative }
    }

    /// The cumulative spend of the first `days` days, smallest path first.
    pub fn sorted(&self, days: usize) -> Vec<f64> {
        let mut totals: Vec<f64> = self.paths().map(|path| if days == 0 { 0.0 } else { path[days - 1] }).collect();
        totals.sort_unstable_by(f64::total_cmp);
        totals
    }

    /// Per path, the first day (from 1) by whose end `balance` is spent, or one more than there are days; sorted.
    pub fn sorted_run_outs(&self, balance: f64) -> Vec<usize> {
        let day = |path: &[f64]| 1 + path.partition_point(|spent| *spent < balance);
        let mut run_outs: Vec<usize> = self.paths().map(day).collect();
        run_outs.sort_unstable();
        run_outs
    }

    fn paths(&self) -> impl Iterator<Item = &[f64]> {
        self.cumulative.chunks_exact(self.days.max(1))
    }
}

/// The smallest of sorted values that at least this share of them does not exceed; none of nothing.
pub fn quantile_of<T: Copy>(sorted: &[T], share: f64) -> Option<T> {
    sorted.get(rank(sorted.len(), share)).copied()
}

/// The place, from 0, of a quantile among `count` sorted values.
pub(crate) fn rank(count: usize, share: f64) -> usize {
    // A tenth of 2,000 is 200, not 200.00000000000003: the product is rounded before it is counted.
    let at_least = (share * count as f64 - 1e-9).ceil();
    (at_least as usize).clamp(1, count.max(1)) - 1
}
