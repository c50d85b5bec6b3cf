//! Quantiles of columns of replays.

use super::Bands;
use super::spend_ahead::rank;
use crate::credits::Credits;

/// Five quantiles of a column.
pub(super) fn bands(column: &[i64]) -> Bands {
    let [p10, p25, p50, p75, p90] = five(column).map(credits);
    Bands { p10, p25, p50, p75, p90 }
}

/// The value that this share of a column does not exceed; the column is left in another order.
pub(super) fn quantile(column: &mut [u32], share: f64) -> Option<u32> {
    if column.is_empty() {
        return None;
    }
    Some(*column.select_nth_unstable(rank(column.len(), share)).1)
}

/// The mean of a column, rounded.
pub(super) fn mean(column: &[i64]) -> Credits {
    let sum: i128 = column.iter().map(|value| i128::from(*value)).sum();
    credits((sum as f64 / column.len().max(1) as f64).round() as i64)
}

/// An amount that a replay came to; no replay comes to more than an amount can be.
pub(super) fn credits(units: i64) -> Credits {
    Credits::new(units).unwrap_or(Credits::MAX)
}

/// The values at the ranks. The column is counted into a few hundred buckets first, and only those are put in order that
/// hold a rank: that is what makes a forecast of 62 days cheap.
fn five(column: &[i64]) -> [i64; 5] {
    let Some(first) = column.first() else { return [0; 5] };
    let widen = |(least, most): (i64, i64), value: &i64| (least.min(*value), most.max(*value));
    let (least, most) = column.iter().fold((*first, *first), widen);
    let buckets = Buckets::of(column, least, most);
    let ranks = [0.1, 0.25, 0.5, 0.75, 0.9].map(|share| rank(column.len(), share));
    let places = ranks.map(|rank| buckets.holding(rank));
    let mut wanted = [false; BUCKETS];
    places.iter().for_each(|place| wanted[*place] = true);
    let mut held: Vec<i64> = column.iter().copied().filter(|value| wanted[buckets.place(*value)]).collect();
    held.sort_unstable();
    // Before a bucket that holds a rank, all smaller values but those of other such buckets were left out.
    std::array::from_fn(|i| {
        let before: usize = (0..places[i]).filter(|place| !wanted[*place]).map(|place| buckets.counts[place]).sum();
        held[ranks[i] - before]
    })
}

const BUCKETS: usize = 512;

/// How many values of a column fall into each of equally wide stretches.
struct Buckets {
    least: i64,
    shift: u32,
    counts: [usize; BUCKETS],
}

impl Buckets {
    fn of(column: &[i64], least: i64, most: i64) -> Self {
        let range = most.abs_diff(least);
        let shift = (u64::BITS - range.leading_zeros()).saturating_sub(BUCKETS.ilog2());
        let mut buckets = Self { least, shift, counts: [0; BUCKETS] };
        for value in column {
            let place = buckets.place(*value);
            buckets.counts[place] += 1;
        }
        buckets
    }

    #[inline]
    fn place(&self, value: i64) -> usize {
        (value.abs_diff(self.least) >> self.shift) as usize % BUCKETS
    }

    /// The bucket that holds the value of a rank.
    fn holding(&self, rank: usize) -> usize {
        let mut seen = 0;
        let reached = |count: &usize| {
            seen += count;
            seen > rank
        };
        self.counts.iter().position(reached).unwrap_or(BUCKETS - 1)
    }
}

#[cfg(test)]
mod tests {
    use super::five;

    #[test]
    fn five_quantiles_are_those_of_the_sorted_column() {
        for count in [1_usize, 2, 3, 7, 10, 100, 1_999] {
            let column: Vec<i64> = (0..count as i64).map(|i| (i * 7_919) % 1_009).collect();
            let mut sorted = column.clone();
            sorted.sort_unstable();
            let expected = [10, 25, 50, 75, 90].map(|share: usize| sorted[(count * share).div_ceil(100).max(1) - 1]);
            assert_eq!(five(&column), expected, "{count}");
        }
        assert_eq!(five(&[]), [0; 5]);
        assert_eq!(five(&[7; 20]), [7; 5]);
        assert_eq!(five(&[0, 0, 0, 1_000_000_000_000_000]), [0, 0, 0, 0, 1_000_000_000_000_000]);
    }
}
