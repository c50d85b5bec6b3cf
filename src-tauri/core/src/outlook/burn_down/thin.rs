//! A long past, thinned to what a chart can show.

use super::Step;

/// More steps than this are not drawn one by one.
const MOST: usize = 4_000;
/// A thinned past keeps four steps of each of so many stretches of time.
const STRETCHES: i64 = 900;

/// Keeps the first, the lowest, the highest and the last step of each stretch of time, so that no peak is lost.
pub(super) fn thinned(steps: Vec<Step>) -> Vec<Step> {
    let (Some(first), Some(last)) = (steps.first(), steps.last()) else { return steps };
    if steps.len() <= MOST {
        return steps;
    }
    let (from, span) = (first.at, (last.at - first.at).num_seconds().max(1));
    let stretch = |step: &Step| (step.at - from).num_seconds() * STRETCHES / (span + 1);
    steps.chunk_by(|a, b| stretch(a) == stretch(b)).flat_map(landmarks).cloned().collect()
}

fn landmarks(steps: &[Step]) -> Vec<&Step> {
    let lowest = (0..steps.len()).min_by_key(|place| steps[*place].balance);
    let highest = (0..steps.len()).max_by_key(|place| steps[*place].balance);
    let mut places = vec![0, lowest.unwrap_or(0), highest.unwrap_or(0), steps.len() - 1];
    places.sort_unstable();
    places.dedup();
    places.into_iter().map(|place| &steps[place]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::credits::Credits;

    #[test]
    fn a_thinned_past_keeps_its_ends_and_its_peaks() {
        let start = crate::Day::from_ymd_opt(2026, 1, 1).unwrap().and_hms_opt(0, 0, 0).unwrap();
        let step = |i: i64| Step {
            at: start + chrono::TimeDelta::minutes(i),
            balance: Credits::new(if i == 7_777 { 999_999 } else { 100_000 - i }).unwrap(),
            what: String::new(),
        };
        let steps: Vec<Step> = (0..100_000).map(step).collect();
        let thin = thinned(steps.clone());
        assert!(thin.len() <= 3_600 && thin.len() > 900, "{}", thin.len());
        assert_eq!((thin.first(), thin.last()), (steps.first(), steps.last()));
        assert!(thin.contains(&steps[7_777]));
    }
}
