//! What a line of several pieces will likely take.

use super::Predictive;
use crate::Instant;
use crate::actions::Published;
use crate::words::rounded;

/// What stands behind an estimate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// None of the user's own: the published figure, or what other actions of the kind take.
    Published,
    /// Some of each.
    Mixed,
    /// The user's own observations.
    Own,
}

impl Source {
    /// Its name in promised documents.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Published => "published",
            Self::Mixed => "mixed",
            Self::Own => "own",
        }
    }
}

/// The newest observations agree exactly: "5,400 (4 of 4)".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Closed {
    /// How many have this very value.
    pub equal: u32,
    /// Of how many.
    pub of: u32,
}

/// What a line of pieces of one key will likely take. Figures are units of the whole line, unless they say "piece".
#[derive(Clone, Debug, PartialEq)]
pub struct PriceEstimate {
    /// How many pieces.
    pub count: u32,
    /// 10 %.
    pub low: f64,
    /// 50 %.
    pub mid: f64,
    /// 90 %.
    pub high: f64,
    /// 1 % and 99 %: what lies beyond is unusual.
    pub wide: (f64, f64),
    /// How many own observations stand behind it.
    pub n: u32,
    /// What stands behind it.
    pub source: Source,
    /// Whether the range has closed to one figure.
    pub closed: Option<Closed>,
    /// What one piece took in the newest own observations, newest last, at most 20.
    pub own: Vec<f64>,
    /// When the newest one was.
    pub last: Option<Instant>,
    /// What the publisher says about one piece.
    pub published: Option<Published>,
    /// One piece's price.
    pub piece: Predictive,
}

impl PriceEstimate {
    /// The chance that `left` units cover the line. The pieces share one price level: it is unknown, not noisy.
    pub fn chance_covered(&self, left: f64) -> f64 {
        if left < 0.0 { 0.0 } else { self.piece.cdf(left / f64::from(self.count.max(1))) }
    }

    /// How many pieces `left` units cover with this certainty; none where a piece takes nothing.
    pub fn pieces_covered(&self, left: f64, certainty: f64) -> Option<u32> {
        let each = if self.closed.is_some() {
            self.mid / f64::from(self.count.max(1))
        } else {
            self.piece.quantile(certainty)
        };
        if each <= 0.0 {
            return None;
        }
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to the range of a u32")]
        let pieces = (left / each + 1e-9).floor().clamp(0.0, f64::from(u32::MAX)) as u32;
        Some(pieces)
    }

    /// The middle as it is offered: a figure seen before stands as it was, another has two significant digits.
    pub fn offered(&self) -> f64 {
        let each = self.mid / f64::from(self.count.max(1));
        let seen = self.own.iter().any(|own| (own - each).abs() <= 1e-9 * each.abs());
        if seen { self.mid } else { rounded(self.mid) }
    }

    /// Whether a typed figure lies outside the 98 % range.
    pub fn is_unusual(&self, credits: f64) -> bool {
        credits < self.wide.0 || credits > self.wide.1
    }
}
