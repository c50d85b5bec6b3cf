//! Student's t with 4 degrees of freedom: tails wide enough for a price that surprises.

/// P(T ≤ t), in closed form for 4 degrees of freedom (Abramowitz and Stegun, 26.7.4).
pub(super) fn cdf(t: f64) -> f64 {
    if t.is_infinite() {
        return if t > 0.0 { 1.0 } else { 0.0 };
    }
    // sin θ with tan θ = t / 2; then A = sin θ (1 + cos² θ / 2).
    let cos_squared = 4.0 / (4.0 + t * t);
    let sin = t / (4.0 + t * t).sqrt();
    0.5 + 0.5 * sin * (1.0 + 0.5 * cos_squared)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_distribution_has_the_quantiles_of_the_tables() {
        for (t, share) in [(0.0, 0.5), (1.533_206, 0.9), (2.131_847, 0.95), (3.746_947, 0.99), (-3.746_947, 0.01)] {
            assert!((cdf(t) - share).abs() < 1e-6, "{t}");
        }
        assert!(cdf(f64::INFINITY) > 0.999 && cdf(f64::NEG_INFINITY) < 0.001);
    }
}
