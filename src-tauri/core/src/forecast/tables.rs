//! Tables that are drawn from by integers: alike on every platform, and a few nanoseconds a draw.

use super::chance::{halves, threshold};
use super::normal;

/// Draws an index with given weights from one draw (Walker's alias method, built after Vose).
#[derive(Clone, Debug)]
pub(crate) struct AliasTable {
    /// Per cell: below which 32-bit draw the cell itself is meant, and what is meant otherwise.
    cells: Vec<(u64, u32)>,
}

impl AliasTable {
    /// A table over weights, at least one of them above 0.
    pub(crate) fn of(weights: &[f64]) -> Self {
        let total: f64 = weights.iter().sum();
        let mut shares: Vec<f64> = weights.iter().map(|weight| weight * weights.len() as f64 / total).collect();
        let mut cells: Vec<(u64, u32)> = (0..weights.len()).map(|i| (threshold(1.0), i as u32)).collect();
        let (mut small, mut large): (Vec<usize>, Vec<usize>) = (0..weights.len()).partition(|i| shares[*i] < 1.0);
        while let (Some(poor), Some(rich)) = (small.pop(), large.last().copied()) {
            cells[poor] = (threshold(shares[poor]), rich as u32);
            shares[rich] -= 1.0 - shares[poor];
            if shares[rich] < 1.0 {
                large.pop();
                small.push(rich);
            }
        }
        Self { cells }
    }

    /// The index that a draw means.
    #[inline]
    pub(crate) fn pick(&self, draw: u64) -> usize {
        let (low, high) = halves(draw);
        let cell = (u64::from(low) * self.cells.len() as u64) >> 32;
        let (own, alias) = self.cells[cell as usize];
        if u64::from(high) < own { cell as usize } else { alias as usize }
    }
}

/// The lengths of blocks, in days, geometric with a mean: one of 256 equally likely cells.
pub(crate) fn block_lengths(mean: f64) -> Vec<u16> {
    let stay = 1.0 - 1.0 / mean;
    let length = |cell: usize| {
        let left = 1.0 - (cell as f64 + 0.5) / 256.0;
        1 + if stay > 0.0 { (libm::log(left) / libm::log(stay)) as u16 } else { 0 }
    };
    (0..256).map(length).collect()
}

/// Lognormal amounts with this spread in log space and the mean 1: one of 1,024 equally likely cells.
pub(crate) fn lognormal_amounts(spread: f64) -> Vec<f64> {
    let amounts: Vec<f64> =
        (0..1_024).map(|cell| libm::exp(spread * normal::quantile((f64::from(cell) + 0.5) / 1_024.0))).collect();
    let mean = amounts.iter().sum::<f64>() / 1_024.0;
    amounts.into_iter().map(|amount| amount / mean).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::forecast::chance::SplitMix64;

    #[test]
    fn an_alias_table_draws_by_weight() {
        let weights = [1.0, 0.0, 3.0, 0.25, 5.75];
        let table = AliasTable::of(&weights);
        let (mut stream, mut counts) = (SplitMix64::of_path(1, 1), [0_u32; 5]);
        for _ in 0..100_000 {
            counts[table.pick(stream.draw())] += 1;
        }
        for (count, weight) in counts.iter().zip(weights) {
            assert!((f64::from(*count) / 10_000.0 - weight).abs() < 0.06, "{counts:?}");
        }
    }

    #[test]
    fn blocks_are_a_week_on_average_and_a_day_at_least() {
        let lengths = block_lengths(7.0);
        let mean = lengths.iter().map(|length| f64::from(*length)).sum::<f64>() / 256.0;
        assert!((mean - 7.0).abs() < 0.1, "{mean}");
        assert_eq!(lengths.iter().min(), Some(&1));
        assert!(block_lengths(1.0).iter().all(|length| *length == 1));
    }

    #[test]
    fn amounts_have_the_mean_1_and_the_lognormal_median() {
        let amounts = lognormal_amounts(1.2);
        assert!((amounts.iter().sum::<f64>() / 1_024.0 - 1.0).abs() < 1e-12);
        assert!((amounts[512] - 0.487).abs() < 0.01, "{}", amounts[512]);
    }
}
