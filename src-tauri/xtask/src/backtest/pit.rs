//! Where among the replays the truth fell: even where the ranges are honest.

use super::Judged;
use super::methods::Method;

/// In tenths of the replays.
const BINS: usize = 10;

/// The share of cases whose spend fell into each tenth of the replays, lowest first.
///
/// The probability integral transform (Dawid 1984). A spend that ties with replays counts in equal parts for every place
/// that it could have, so that the many replays that spend nothing do not fall into one bin.
pub(crate) fn shares(judged: &[Judged]) -> [f64; BINS] {
    let mut shares = [0.0; BINS];
    for place in judged.iter().filter_map(|one| one.by(Method::Runout).place) {
        shares.iter_mut().zip(spread(place)).for_each(|(share, part)| *share += part / judged.len() as f64);
    }
    shares
}

/// How much of a case falls into each bin: evenly from the share of replays below it to the share that is not above it.
fn spread([below, up_to]: [f64; 2]) -> [f64; BINS] {
    let bins = BINS as f64;
    std::array::from_fn(|bin| {
        let (from, to) = (bin as f64 / bins, (bin + 1) as f64 / bins);
        if up_to - below > 0.0 {
            (up_to.min(to) - below.max(from)).max(0.0) / (up_to - below)
        } else if (below * bins).min(bins - 1.0) as usize == bin {
            1.0
        } else {
            0.0
        }
    })
}

/// For eyes.
pub(crate) fn lines(shares: &[f64; BINS]) -> [String; 3] {
    let figures: Vec<String> = shares.iter().map(|share| format!("{share:.3}")).collect();
    let head = "where the spend fell among the replays, in tenths (0.100 each is honest)".to_owned();
    [head, figures.join(" "), String::new()]
}

#[cfg(test)]
mod tests {
    use super::spread;

    #[test]
    fn a_tie_counts_in_equal_parts_and_every_case_counts_once() {
        for place in [[0.0, 0.0], [0.0, 0.4], [0.33, 0.33], [0.95, 1.0], [1.0, 1.0], [0.0, 1.0]] {
            let whole: f64 = spread(place).iter().sum();
            assert!((whole - 1.0).abs() < 1e-12, "{place:?} counts {whole}");
        }
        assert!((spread([0.0, 0.4])[3] - 0.25).abs() < 1e-12);
        assert!((spread([1.0, 1.0])[9] - 1.0).abs() < 1e-12);
    }
}
