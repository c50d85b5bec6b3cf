//! The scores by kind of user, by length of the log and by how far it looks.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use serde::Serialize;

use super::Judged;
use super::methods::Method;
use super::scores::{Ratios, Scores};

/// The lengths of log that are told apart, in days.
const KNOWN: [RangeInclusive<usize>; 5] = [0..=7, 8..=14, 15..=29, 30..=89, 90..=usize::MAX];
/// The horizons that are told apart, in days.
const AHEAD: [RangeInclusive<usize>; 4] = [0..=7, 8..=14, 15..=21, 22..=usize::MAX];

/// Cases that have something in common.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct Group {
    /// What they have in common.
    pub(crate) name: String,
    /// How many.
    pub(crate) cases: usize,
    /// How many ran out within the days ahead.
    pub(crate) ran_out: usize,
    /// What Runout scores on them.
    pub(crate) runout: Scores,
    /// Its scores in shares of the linear burn rate's; none where that one made no error at all.
    pub(crate) ratios: Ratios,
}

/// The cases, cut three ways.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct Groups {
    /// By kind of user.
    pub(crate) archetypes: Vec<Group>,
    /// By days of log.
    pub(crate) history: Vec<Group>,
    /// By days ahead.
    pub(crate) horizon: Vec<Group>,
}

impl Groups {
    /// Cuts the cases.
    pub(crate) fn of(judged: &[Judged]) -> Self {
        let kinds: BTreeSet<&str> = judged.iter().map(|one| one.case.archetype.as_str()).collect();
        let kind = |name: &str| group(name.to_owned(), judged, |one| one.case.archetype == name);
        let known = |days: &RangeInclusive<usize>| {
            group(format!("{} of log", span(days)), judged, |one| days.contains(&one.case.row.known_days))
        };
        let ahead = |days: &RangeInclusive<usize>| {
            group(format!("{} ahead", span(days)), judged, |one| days.contains(&one.case.row.days_ahead))
        };
        Self {
            archetypes: kinds.into_iter().filter_map(kind).collect(),
            history: KNOWN.iter().filter_map(known).collect(),
            horizon: AHEAD.iter().filter_map(ahead).collect(),
        }
    }

    /// The kind of user that gains least over the linear burn rate.
    pub(crate) fn worst(&self) -> Option<&Group> {
        self.archetypes.iter().max_by(|one, other| one.ratios.spend_pinball.total_cmp(&other.ratios.spend_pinball))
    }

    /// For eyes: in shares of the linear burn rate.
    pub(crate) fn lines(&self) -> Vec<String> {
        let head = format!(
            "{:24} {:>6} {:>8} {:>8} {:>8} {:>8} {:>9}",
            "in shares of linear", "cases", "ran out", "Brier", "spend", "day", "coverage"
        );
        let cuts = [&self.archetypes, &self.history, &self.horizon];
        let rows = cuts.iter().flat_map(|cut| cut.iter().map(Group::line).chain([String::new()]));
        std::iter::once(head).chain(rows).collect()
    }
}

impl Group {
    fn line(&self) -> String {
        let Self { name, cases, ran_out, runout, ratios } = self;
        let Ratios { brier, spend_pinball, day_pinball } = ratios;
        let coverage = runout.coverage;
        format!("{name:24} {cases:6} {ran_out:8} {brier:8.3} {spend_pinball:8.3} {day_pinball:8.3} {coverage:9.3}")
    }
}

/// The cases for which it holds; none where there are none.
fn group(name: String, judged: &[Judged], holds: impl Fn(&Judged) -> bool) -> Option<Group> {
    let of = || judged.iter().filter(|one| holds(one));
    let scores = |method: Method| Scores::of(of(), |one| one.by(method).clone());
    let (cases, ran_out) = (of().count(), of().filter(|one| one.case.ran_out()).count());
    let (runout, linear) = (scores(Method::Runout), scores(Method::Linear));
    (cases > 0).then(|| Group { name, cases, ran_out, runout, ratios: runout.over(&linear) })
}

/// "8 to 14 days", "90 days and more".
fn span(days: &RangeInclusive<usize>) -> String {
    match (days.start(), days.end()) {
        (0, most) => format!("up to {most} days"),
        (least, &usize::MAX) => format!("{least} days and more"),
        (least, most) => format!("{least} to {most} days"),
    }
}

#[cfg(test)]
mod tests {
    use super::{AHEAD, KNOWN, span};

    #[test]
    fn every_case_falls_into_one_group_of_a_cut() {
        for days in [0, 1, 7, 8, 14, 15, 21, 22, 29, 30, 89, 90, 730] {
            for cut in [&KNOWN[..], &AHEAD[..]] {
                assert_eq!(cut.iter().filter(|group| group.contains(&days)).count(), 1, "{days} days");
            }
        }
    }

    #[test]
    fn a_group_is_named_by_its_days() {
        assert_eq!(
            KNOWN.each_ref().map(span).join(", "),
            "up to 7 days, 8 to 14 days, 15 to 29 days, 30 to 89 days, 90 days and more"
        );
    }
}
