//! Estimates: never more digits than they deserve.

use super::Figures;
use super::figures::exact;
use crate::credits::{Credits, Decimals};

/// A figure (in units, not smallest units) to two significant digits; below 10 to one.
pub fn rounded(value: f64) -> f64 {
    let size = value.abs();
    if !size.is_finite() || size <= 0.0 {
        return 0.0;
    }
    let digits = if size < 10.0 { 0 } else { 1 };
    let step = 10_f64.powi(magnitude(size) - digits);
    let steps = (value / step).round();
    if step < 1.0 { steps / step.recip().round() } else { steps * step }
}

fn magnitude(size: f64) -> i32 {
    #[expect(clippy::cast_possible_truncation, reason = "the decimal exponent of an f64 lies within ±324")]
    let exponent = size.log10().floor() as i32;
    exponent
}

/// An estimate: "≈ 1,300", "≈ 4"; "0" or "less than 1" instead of a rounded nothing.
pub fn estimate(value: f64, decimals: Decimals, figures: &Figures) -> String {
    match rounded_figure(value, decimals, figures) {
        Some(figure) => format!("≈ {figure}"),
        None if value > 0.0 => format!("less than {}", smallest(decimals, figures)),
        None => "0".to_owned(),
    }
}

/// A range of estimates: "860 to 1,300"; "≈ 860" where both ends round to the same.
pub fn range(low: f64, high: f64, decimals: Decimals, figures: &Figures) -> String {
    let end = |value| rounded_figure(value, decimals, figures).unwrap_or_else(|| "0".to_owned());
    let (from, to) = (end(low), end(high));
    if from == to { estimate(high, decimals, figures) } else { format!("{from} to {to}") }
}

/// The figure of an estimate without its ≈: "1,300"; none where it would round to nothing.
pub fn rounded_figure(value: f64, decimals: Decimals, figures: &Figures) -> Option<String> {
    let value = rounded(value);
    let places = needed_places(value, decimals);
    let scale = Decimals::new(places).unwrap_or_default();
    #[expect(clippy::cast_possible_truncation, reason = "clamped to the range of credits on the line above")]
    #[expect(clippy::cast_precision_loss, reason = "10^15 and below is exact in an f64")]
    let units = {
        let most = Credits::MAX.units() as f64;
        (value * scale.scale() as f64).round().clamp(-most, most) as i64
    };
    let amount = Credits::new(units).ok().filter(|amount| !amount.is_zero())?;
    Some(exact(amount, scale, figures))
}

/// As many places as the rounded value has, at most the unit's.
fn needed_places(value: f64, decimals: Decimals) -> u8 {
    let enough = |places: &u8| {
        let scaled = value * 10_f64.powi(i32::from(*places));
        (scaled - scaled.round()).abs() < 1e-9 * scaled.abs().max(1.0)
    };
    (0..decimals.places()).find(enough).unwrap_or(decimals.places())
}

fn smallest(decimals: Decimals, figures: &Figures) -> String {
    Credits::new(1).map_or_else(|_| "1".to_owned(), |one| exact(one, decimals, figures))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn estimates_have_two_significant_digits_and_one_below_ten() {
        let words = |value| estimate(value, Decimals::NONE, &Figures::default());
        for (value, expected) in [
            (862.0, "≈ 860"),
            (1_349.0, "≈ 1,300"),
            (13_499.0, "≈ 13,000"),
            (5_400.0, "≈ 5,400"),
            (99.6, "≈ 100"),
            (9.6, "≈ 10"),
            (4.4, "≈ 4"),
            (0.7, "≈ 1"),
            (0.3, "less than 1"),
            (0.0, "0"),
            (f64::NAN, "0"),
            (-862.0, "≈ \u{2212}860"),
            (1.2e18, "≈ 1,000,000,000,000,000"),
        ] {
            assert_eq!(words(value), expected, "{value}");
        }
    }

    #[test]
    fn a_unit_with_decimals_is_estimated_in_its_own_places() {
        let words = |value| estimate(value, Decimals::new(2).unwrap(), &Figures::default());
        assert_eq!(words(12.4), "≈ 12");
        assert_eq!(words(0.26), "≈ 0.3");
        assert_eq!(words(0.04), "≈ 0.04");
        assert_eq!(words(0.004), "less than 0.01");
    }

    #[test]
    fn equal_ends_of_a_range_collapse() {
        let words = |low, high| range(low, high, Decimals::NONE, &Figures::default());
        assert_eq!(words(862.0, 1_300.0), "860 to 1,300");
        assert_eq!(words(0.2, 1_300.0), "0 to 1,300");
        assert_eq!(words(1_349.0, 1_301.0), "≈ 1,300");
        assert_eq!(words(0.0, 0.0), "0");
    }
}
