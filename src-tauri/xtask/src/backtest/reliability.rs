//! Whether what is said to happen in 3 of 10 cases does happen in 3 of 10.

use serde::Serialize;

use super::Judged;
use super::methods::Method;

/// The upper ends of the bins; the last one is closed.
const ENDS: [f64; 7] = [0.05, 0.2, 0.4, 0.6, 0.8, 0.95, f64::INFINITY];

/// The cases whose chance fell into a bin.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub(crate) struct Bin {
    /// The mean chance that was said.
    pub(crate) forecast: f64,
    /// The share that happened.
    pub(crate) happened: f64,
    /// How many cases.
    pub(crate) n: usize,
}

impl Bin {
    /// How far the two may lie apart: 0.12, or two standard errors where that is more.
    pub(crate) fn allowed(&self) -> f64 {
        let error = (self.forecast * (1.0 - self.forecast) / self.n.max(1) as f64).sqrt();
        (2.0 * error).max(0.12)
    }

    /// How far they lie apart.
    pub(crate) fn off(&self) -> f64 {
        (self.forecast - self.happened).abs()
    }
}

/// The bins that hold cases, by rising chance.
pub(crate) fn bins(judged: &[Judged]) -> Vec<Bin> {
    let mut start = 0.0;
    let bin = |end: f64| {
        let within = start..end;
        start = end;
        bin(judged.iter().filter(|one| within.contains(&one.by(Method::Runout).chance)))
    };
    ENDS.map(bin).into_iter().filter(|bin| bin.n > 0).collect()
}

fn bin<'a>(cases: impl Iterator<Item = &'a Judged>) -> Bin {
    let (mut forecast, mut happened, mut n) = (0.0, 0.0, 0);
    for one in cases {
        forecast += one.by(Method::Runout).chance;
        happened += if one.case.ran_out() { 1.0 } else { 0.0 };
        n += 1;
    }
    let count = f64::from(n.max(1));
    Bin { forecast: forecast / count, happened: happened / count, n: n as usize }
}
