//! How likely a set of lines explains a gap.

use super::usual::Pick;

/// How many spends of no known kind are expected in a gap; a rest is one of them, of any size.
const UNKNOWN: f64 = 0.02;
/// A sum of varying prices that lies farther off than so many standard deviations explains nothing.
const FARTHEST: f64 = 3.0;

/// What a set of lines says about a gap.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Verdict {
    /// The logarithm of how likely it is.
    pub(super) ln_likely: f64,
    /// What it leaves unexplained, in smallest units.
    pub(super) rest: i64,
}

/// The verdict on a set, given in ascending order; none where it takes more than is missing.
pub(super) fn verdict(picks: &[Pick], set: &[usize], missing: i64) -> Option<Verdict> {
    let (amount, variance) =
        set.iter().fold((0.0, 0.0), |sum, &at| (sum.0 + picks[at].amount, sum.1 + picks[at].variance));
    let off = super::usual::as_f64(missing) - amount;
    let deviation = variance.sqrt();
    let fit = if variance > 0.0 && off.abs() <= FARTHEST * deviation {
        Verdict { ln_likely: ln_normal(off, variance), rest: 0 }
    } else if off < -0.5 {
        return None;
    } else if off < 0.5 {
        Verdict { ln_likely: 0.0, rest: 0 }
    } else {
        let rest = libm::round(off) as i64;
        Verdict { ln_likely: libm::log(UNKNOWN / super::usual::as_f64(missing)), rest }
    };
    Some(Verdict { ln_likely: fit.ln_likely + ln_counts(picks, set), ..fit })
}

/// Poisson counts: each pick as often as it stands in the set.
fn ln_counts(picks: &[Pick], set: &[usize]) -> f64 {
    let mut equal = 0;
    let mut sum = 0.0;
    for (place, &at) in set.iter().enumerate() {
        equal = if place > 0 && set[place - 1] == at { equal + 1 } else { 1 };
        sum += picks[at].ln_expected - libm::log(f64::from(equal));
    }
    sum
}

/// The chance of one smallest unit at this distance from the mean.
fn ln_normal(off: f64, variance: f64) -> f64 {
    -0.5 * (off * off / variance + libm::log(2.0 * std::f64::consts::PI * variance))
}
