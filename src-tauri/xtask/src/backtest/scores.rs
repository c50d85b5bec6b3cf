//! The scores of an outlook against what came: smaller is better, but for the coverage.

use std::collections::BTreeMap;

use serde::Serialize;

use super::Judged;
use super::cases::Case;
use super::methods::{Outlook, SHARES};

/// The scores of a method.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub(crate) struct Scores {
    /// The squared error of the chance to run out.
    pub(crate) brier: f64,
    /// The mean pinball loss of the spend's 10, 50 and 90 %, in means of the user.
    pub(crate) spend_pinball: f64,
    /// The mean pinball loss of the run-out day's 10, 50 and 90 %, in days.
    pub(crate) day_pinball: f64,
    /// The share of cases whose spend lay within the 80 % range, its ends included.
    pub(crate) coverage: f64,
}

impl Scores {
    /// Over some cases: averaged within each series first, so that long logs do not decide. The coverage is the plain share.
    pub(crate) fn of<'a>(judged: impl IntoIterator<Item = &'a Judged>, said: impl Fn(&'a Judged) -> Outlook) -> Self {
        let mut series: BTreeMap<&str, Sums> = BTreeMap::new();
        for one in judged {
            series.entry(&one.case.row.series).or_default().add(&one.case, &said(one));
        }
        let count = series.len().max(1) as f64;
        let mean = |score: fn(&Sums) -> f64| series.values().map(|sums| score(sums) / sums.cases).sum::<f64>() / count;
        let cases: f64 = series.values().map(|sums| sums.cases).sum();
        Self {
            brier: mean(|sums| sums.brier),
            spend_pinball: mean(|sums| sums.spend),
            day_pinball: mean(|sums| sums.day),
            coverage: series.values().map(|sums| sums.covered).sum::<f64>() / cases.max(1.0),
        }
    }

    /// Each score in shares of another method's.
    pub(crate) fn over(&self, other: &Self) -> Ratios {
        Ratios {
            brier: self.brier / other.brier,
            spend_pinball: self.spend_pinball / other.spend_pinball,
            day_pinball: self.day_pinball / other.day_pinball,
        }
    }
}

/// Scores in shares of another method's.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub(crate) struct Ratios {
    /// Of the Brier score.
    pub(crate) brier: f64,
    /// Of the spend.
    pub(crate) spend_pinball: f64,
    /// Of the run-out day.
    pub(crate) day_pinball: f64,
}

/// The sums of a series.
#[derive(Default)]
struct Sums {
    cases: f64,
    brier: f64,
    spend: f64,
    day: f64,
    covered: f64,
}

impl Sums {
    fn add(&mut self, case: &Case, said: &Outlook) {
        let row = &case.row;
        let happened = if case.ran_out() { 1.0 } else { 0.0 };
        let [low, _, high] = said.spend;
        self.cases += 1.0;
        self.brier += (said.chance - happened) * (said.chance - happened);
        self.spend += pinball(&said.spend, row.actual_spend) / (case.mean_per_day * row.days_ahead as f64);
        self.day += pinball(&said.day, row.actual_day);
        self.covered += if (low..=high).contains(&row.actual_spend) { 1.0 } else { 0.0 };
    }
}

/// The mean pinball loss of the three quantiles.
fn pinball(quantiles: &[f64; 3], actual: f64) -> f64 {
    let losses = quantiles.iter().zip(SHARES).map(|(quantile, share)| {
        let miss = actual - quantile;
        if miss >= 0.0 { share * miss } else { (share - 1.0) * miss }
    });
    losses.sum::<f64>() / 3.0
}

#[cfg(test)]
mod tests {
    use super::pinball;

    #[test]
    fn a_point_loses_half_its_miss_on_average_over_the_three_shares() {
        assert!((pinball(&[10.0; 3], 14.0) - 2.0).abs() < 1e-12);
        assert!((pinball(&[10.0; 3], 6.0) - 2.0).abs() < 1e-12);
        assert!(pinball(&[10.0; 3], 10.0).abs() < 1e-12);
    }
}
