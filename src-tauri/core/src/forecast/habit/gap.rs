//! Not logged is not zero: a stretch without entries that is long for this user is asked about, once.

use std::collections::BTreeMap;

use super::log::Log;
use super::{Gap, LeftOut};
use crate::Day;
use crate::calendar::day_of;
use crate::facts::{Fact, Facts, Mark};

/// A gap up to this many days is nobody's question.
const SHORT: usize = 7;
/// How many times as long as usual a gap has to be.
const UNUSUAL: usize = 3;

/// The latest gap that is longer than a week and three times the longest usual one, and that nothing has answered yet: no
/// mark on its days, no balance check since.
pub(super) fn to_ask_about(
    facts: &Facts,
    log: &Log,
    marks: &BTreeMap<Day, Mark>,
    reasons: &[Option<LeftOut>],
) -> Option<Gap> {
    let quiet = quiet_days(facts, log, reasons)?;
    let (mut usual, mut asked) = (0, None);
    for gap in runs(log, &quiet) {
        let length = (gap.to - gap.from).num_days() as usize + 1;
        if length > SHORT.max(UNUSUAL * usual) {
            asked = Some(gap);
        } else {
            usual = usual.max(length);
        }
    }
    asked.filter(|gap| marks.range(gap.from..=gap.to).next().is_none() && !is_checked(facts, log, gap))
}

/// Per day from the first entry on, whether it has none and could have had; none without an entry.
fn quiet_days(facts: &Facts, log: &Log, reasons: &[Option<LeftOut>]) -> Option<Vec<bool>> {
    let mut quiet: Vec<bool> = reasons.iter().map(Option::is_none).collect();
    let places = facts.entries.iter().filter_map(|entry| log.place(day_of(entry.at, facts.service.zone)));
    let mut first = None;
    for place in places {
        first = Some(first.map_or(place, |first: usize| first.min(place)));
        quiet.get_mut(place).into_iter().for_each(|day| *day = false);
    }
    quiet.iter_mut().take(first?).for_each(|day| *day = false);
    Some(quiet)
}

/// The stretches of quiet days, oldest first.
fn runs(log: &Log, quiet: &[bool]) -> Vec<Gap> {
    let mut runs: Vec<Gap> = Vec::new();
    for (_, day) in log.past().filter(|(place, _)| quiet[*place]) {
        match runs.last_mut().filter(|run| run.to.succ_opt() == Some(day)) {
            Some(run) => run.to = day,
            None => runs.push(Gap { from: day, to: day }),
        }
    }
    runs
}

/// A balance check after the gap has found what it hid, and spread it.
fn is_checked(facts: &Facts, log: &Log, gap: &Gap) -> bool {
    let day = |at| day_of(at, facts.service.zone);
    let mut checks = facts.entries.iter().filter(|entry| matches!(entry.fact, Fact::Check(_)));
    checks.any(|entry| (gap.to..=log.today()).contains(&day(entry.at)))
}
