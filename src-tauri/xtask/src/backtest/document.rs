//! All figures as one document.

use std::collections::BTreeMap;

use runout_core::pace::Pace;
use serde::Serialize;

use super::Judged;
use super::cases::Case;
use super::groups::{Group, Groups};
use super::methods::{Method, chance_of_independent_days};
use super::pit;
use super::reliability::{self, Bin};
use super::scores::{Ratios, Scores};
use crate::Trouble;

/// What `--json` prints.
#[derive(Debug, Serialize)]
pub(crate) struct Document {
    /// How many cases.
    pub(crate) cases: usize,
    /// The scores of each method, by its name.
    pub(crate) methods: BTreeMap<&'static str, Scores>,
    /// Runout's scores in shares of the linear burn rate's.
    pub(crate) ratios: Ratios,
    /// The largest relative error of a closed form.
    pub(crate) closed_form_worst: f64,
    /// The root mean square of the chance's distance from that of 40,000 paths.
    pub(crate) p_runout_rms: f64,
    /// The root mean square of the distance between the chance of independent days and the exact convolution's.
    pub(crate) independent_days_rms: f64,
    /// The kind of user that gains least.
    pub(crate) worst_archetype: Archetype,
    /// The scores by kind of user, length of log and horizon.
    pub(crate) groups: Groups,
    /// The share of cases whose spend fell into each tenth of the replays.
    pub(crate) pit: [f64; 10],
    /// Whether the chance keeps its word.
    pub(crate) reliability: Vec<Bin>,
}

/// A kind of user.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub(crate) struct Archetype {
    /// Its name.
    pub(crate) name: String,
    /// The spend score in shares of the linear burn rate's.
    pub(crate) spend_ratio: f64,
}

impl From<&Group> for Archetype {
    fn from(group: &Group) -> Self {
        Self { name: group.name.clone(), spend_ratio: group.ratios.spend_pinball }
    }
}

impl Document {
    /// Reads the figures off all cases.
    pub(crate) fn of(judged: &[Judged]) -> Self {
        let scores = |method: Method| Scores::of(judged, |one| one.by(method).clone());
        let groups = Groups::of(judged);
        Self {
            cases: judged.len(),
            methods: Method::ALL.iter().map(|method| (method.name(), scores(*method))).collect(),
            ratios: scores(Method::Runout).over(&scores(Method::Linear)),
            closed_form_worst: judged.iter().map(|one| closed_form_error(&one.case)).fold(0.0, f64::max),
            p_runout_rms: rms(judged, |one| one.by(Method::Runout).chance - one.case.row.p_runout),
            independent_days_rms: rms(judged, |one| {
                chance_of_independent_days(&one.case) - one.case.row.exact_chance.max(0.0)
            }),
            worst_archetype: groups.worst().map(Archetype::from).unwrap_or_default(),
            groups,
            pit: pit::shares(judged),
            reliability: reliability::bins(judged),
        }
    }

    /// As JSON.
    pub(crate) fn json(&self) -> Result<String, Trouble> {
        serde_json::to_string_pretty(self).map_err(Trouble::Document)
    }

    /// For eyes.
    pub(crate) fn lines(&self) -> Vec<String> {
        let mut lines = vec![format!("{} cases", self.cases), String::new()];
        lines.push(format!("{:14} {:>8} {:>8} {:>8} {:>9}", "", "Brier", "spend", "day", "coverage"));
        for method in Method::ALL {
            let scores = &self.methods[method.name()];
            let Scores { brier, spend_pinball, day_pinball, coverage } = scores;
            let name = method.name();
            lines.push(format!("{name:14} {brier:8.4} {spend_pinball:8.4} {day_pinball:8.3} {coverage:9.3}"));
        }
        lines.push(String::new());
        lines.push("the chance that was said, what happened, in how many cases".to_owned());
        let bins = self.reliability.iter();
        lines.extend(bins.map(|bin| format!("{:8.3} {:8.3} {:6}", bin.forecast, bin.happened, bin.n)));
        lines.push(String::new());
        lines.extend(pit::lines(&self.pit));
        lines.extend(self.groups.lines());
        lines
    }
}

fn closed_form_error(case: &Case) -> f64 {
    let (pace, row) = (Pace::of(&case.habit), &case.row);
    let pairs = [
        (pace.day_weight, row.day_weight),
        (pace.pace_weight, row.pace_weight),
        (pace.mean, row.mean),
        (pace.unevenness, row.unevenness),
        (pace.plan_weight, row.plan_weight),
        (pace.per_day, row.pace),
        (pace.spread, row.spread),
        (pace.typical_share, row.typical_share),
    ];
    let off =
        |(ours, theirs): (f64, f64)| if ours.total_cmp(&theirs).is_eq() { 0.0 } else { (ours / theirs - 1.0).abs() };
    pairs.into_iter().map(off).fold(0.0, f64::max)
}

fn rms(judged: &[Judged], off: impl Fn(&Judged) -> f64) -> f64 {
    let squares = judged.iter().map(|one| off(one).powi(2));
    (squares.sum::<f64>() / judged.len().max(1) as f64).sqrt()
}
