//! Quantiles of columns of replays.

use super::Bands;
use super::spend_ahead::rank;
use crate::credits::Credits;

/// Five quantiles of a column, which is left in another order.
pub(super) fn bands(column: &mut [i64]) -> Bands {
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

/// From the middle outwards: each selection halves what the next one looks at.
fn five(column: &mut [i64]) -> [i64; 5] {
    if column.is_empty() {
        return [0; 5];
    }
    let [first, second, third, fourth, fifth] = [0.1, 0.25, 0.5, 0.75, 0.9].map(|share| rank(column.len(), share));
    let p50 = *column.select_nth_unstable(third).1;
    let p25 = *column[..=third].select_nth_unstable(second).1;
    let p10 = *column[..=second].select_nth_unstable(first).1;
    let p75 = *column[third..].select_nth_unstable(fourth - third).1;
    let p90 = *column[fourth..].select_nth_unstable(fifth - fourth).1;
    [p10, p25, p50, p75, p90]
}

#[cfg(test)]
mod tests {
    use super::five;

    #[test]
    fn five_quantiles_are_those_of_the_sorted_column() {
        for count in [1_usize, 2, 3, 7, 10, 100, 1_999] {
            let mut column: Vec<i64> = (0..count as i64).map(|i| (i * 7_919) % 1_009).collect();
            let mut sorted = column.clone();
            sorted.sort_unstable();
            let expected = [10, 25, 50, 75, 90].map(|share: usize| sorted[(count * share).div_ceil(100).max(1) - 1]);
            assert_eq!(five(&mut column), expected, "{count}");
        }
    }
}
