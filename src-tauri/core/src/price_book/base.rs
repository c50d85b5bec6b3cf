//! The base: where a price lies that was never seen before, in the logarithm of the figure.

use super::student;

/// A Student t of 4 degrees of freedom over ln(price), perhaps wider above its centre.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Base {
    pub(super) centre: f64,
    pub(super) width: f64,
    /// How many times wider above the centre; 1 is symmetric.
    pub(super) skew: f64,
}

/// Observations of one level, as a weight, a mean and a weighted sum of squares around it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Gathered {
    pub(super) weight: f64,
    pub(super) mean: f64,
    pub(super) squares: f64,
}

impl Gathered {
    /// Gathers weighted logarithms.
    pub(super) fn of(values: impl IntoIterator<Item = (f64, f64)>) -> Self {
        values.into_iter().fold(Self::default(), Self::and)
    }

    fn and(self, (value, weight): (f64, f64)) -> Self {
        let total = self.weight + weight;
        if total <= 0.0 {
            return self;
        }
        let step = value - self.mean;
        let mean = self.mean + step * weight / total;
        Self { weight: total, mean, squares: self.squares + weight * step * (value - mean) }
    }
}

impl Base {
    /// The share of prices whose logarithm is at most this.
    pub(super) fn cdf(&self, log: f64) -> f64 {
        let below = 1.0 / (1.0 + self.skew);
        let distance = (log - self.centre) / self.width;
        if distance <= 0.0 {
            2.0 * below * student::cdf(distance)
        } else {
            below + (1.0 - below) * (2.0 * student::cdf(distance / self.skew) - 1.0)
        }
    }

    /// Partial pooling: this level's observations pull the centre from the relatives' towards their own mean, and the
    /// width towards their own spread, as far as they outweigh the relatives (normal and inverse gamma, conjugate).
    pub(super) fn pooled(self, own: Gathered, relatives: f64, narrowest: f64) -> Self {
        if own.weight <= 0.0 {
            return self;
        }
        let total = relatives + own.weight;
        let apart = own.mean - self.centre;
        let centre = self.centre + apart * own.weight / total;
        let squares =
            relatives * self.width * self.width + own.squares + apart * apart * relatives * own.weight / total;
        let width = (squares / total).sqrt().max(narrowest);
        Self { centre, width, skew: 1.0 + (self.skew - 1.0) * relatives / total }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_skewed_base_keeps_its_whole_mass_and_leans_upwards() {
        let base = Base { centre: 0.0, width: 1.0, skew: 1.5 };
        assert!((base.cdf(f64::NEG_INFINITY)).abs() < 1e-12);
        assert!((base.cdf(f64::INFINITY) - 1.0).abs() < 1e-12);
        assert!((base.cdf(0.0) - 0.4).abs() < 1e-12);
    }

    #[test]
    fn gathering_gives_the_weighted_mean_and_squares() {
        let gathered = Gathered::of([(1.0, 1.0), (4.0, 0.5)]);
        assert!((gathered.mean - 2.0).abs() < 1e-12);
        assert!((gathered.squares - (1.0 + 0.5 * 4.0)).abs() < 1e-12);
    }

    #[test]
    fn observations_outweigh_the_relatives_in_the_end() {
        let base = Base { centre: 0.0, width: 1.0, skew: 1.5 };
        let own = Gathered { weight: 9.0, mean: 2.0, squares: 0.0 };
        let pooled = base.pooled(own, 1.0, 0.05);
        assert!((pooled.centre - 1.8).abs() < 1e-12);
        // (1 * 1^2 + 0 + 2^2 * 1 * 9 / 10) / 10
        assert!((pooled.width - 0.46_f64.sqrt()).abs() < 1e-12);
        assert!((pooled.skew - 1.05).abs() < 1e-12);
    }
}
