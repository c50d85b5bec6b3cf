//! What the forecast must reach to be let through.

use super::Judged;
use super::document::Document;
use super::methods::{Method, Outlook, paths};
use super::scores::{Ratios, Scores};

/// A figure, and between what it must lie.
pub(crate) struct Gate {
    name: String,
    figure: f64,
    least: f64,
    most: f64,
}

impl Gate {
    fn at_most(name: impl Into<String>, figure: f64, most: f64) -> Self {
        Self { name: name.into(), figure, least: f64::NEG_INFINITY, most }
    }

    fn within(name: impl Into<String>, figure: f64, least: f64, most: f64) -> Self {
        Self { name: name.into(), figure, least, most }
    }

    /// Whether it is met; a figure that is no number meets nothing.
    pub(crate) fn is_met(&self) -> bool {
        (self.least..=self.most).contains(&self.figure)
    }

    fn line(&self) -> String {
        let bounds = if self.least.is_finite() {
            format!("{} to {}", self.least, self.most)
        } else {
            format!("at most {}", self.most)
        };
        let met = if self.is_met() { "met" } else { "MISSED" };
        format!("{met:6}  {:58} {:.4}  ({bounds})", self.name, self.figure)
    }
}

/// The gates as lines.
pub(crate) fn lines(gates: &[Gate]) -> Vec<String> {
    gates.iter().map(Gate::line).collect()
}

/// The gates of a folder: the own cases have the tight ones, another folder those that hold anywhere.
pub(crate) fn of(document: &Document, judged: &[Judged], is_own: bool) -> Vec<Gate> {
    let mut gates = vec![Gate::at_most("closed forms, worst relative error", document.closed_form_worst, 1e-6)];
    gates.push(chance_against_forty_thousand(judged));
    gates.push(Gate::at_most("independent days against the convolution, rms", document.independent_days_rms, 0.01));
    if is_own {
        gates.extend(ratios(&document.ratios, [0.65, 0.55, 0.65]));
        gates.extend(coverage(judged));
    } else {
        gates.extend(ratios(&document.ratios, [0.72, 0.60, 0.70]));
        gates.extend(against_columns(judged));
    }
    let worst = &document.worst_archetype;
    gates.push(Gate::at_most(format!("spend, ratio to linear, worst kind ({})", worst.name), worst.spend_ratio, 1.0));
    gates.push(reliability(document));
    gates
}

fn ratios(ratios: &Ratios, [brier, spend, day]: [f64; 3]) -> [Gate; 3] {
    [
        Gate::at_most("Brier score, ratio to linear", ratios.brier, brier),
        Gate::at_most("pinball of the spend, ratio to linear", ratios.spend_pinball, spend),
        Gate::at_most("pinball of the run-out day, ratio to linear", ratios.day_pinball, day),
    ]
}

/// The chance of every case, in shares of what sampling allows.
fn chance_against_forty_thousand(judged: &[Judged]) -> Gate {
    let share = |one: &Judged| {
        let theirs = one.case.row.p_runout.abs();
        let allowed = 4.0 * (theirs * (1.0 - theirs) / paths() as f64).sqrt() + 0.005;
        (one.by(Method::Runout).chance - theirs).abs() / allowed
    };
    let worst = judged.iter().map(share).fold(0.0, f64::max);
    Gate::at_most("chance against 40,000 paths, worst share of the tolerance", worst, 1.0)
}

fn coverage(judged: &[Judged]) -> [Gate; 3] {
    let of = |days: std::ops::RangeInclusive<usize>| {
        let cases = judged.iter().filter(|one| days.contains(&one.case.row.known_days));
        Scores::of(cases, |one| one.by(Method::Runout).clone()).coverage
    };
    [
        Gate::within("coverage of the 80 % range", of(0..=usize::MAX), 0.76, 0.88),
        Gate::within("coverage with up to 14 days of log", of(0..=14), 0.70, 0.92),
        Gate::within("coverage with 30 days of log and more", of(30..=usize::MAX), 0.70, 0.92),
    ]
}

/// Not worse than the same model written by somebody else.
fn against_columns(judged: &[Judged]) -> [Gate; 3] {
    let ours = Scores::of(judged, |one| one.by(Method::Runout).clone());
    let ratios = ours.over(&Scores::of(judged, |one| Outlook::of_columns(&one.case)));
    [
        Gate::at_most("Brier score, ratio to the columns", ratios.brier, 1.03),
        Gate::at_most("pinball of the spend, ratio to the columns", ratios.spend_pinball, 1.03),
        Gate::at_most("pinball of the run-out day, ratio to the columns", ratios.day_pinball, 1.03),
    ]
}

/// The worst bin of 20 cases or more, in shares of what it may be off.
fn reliability(document: &Document) -> Gate {
    let full = document.reliability.iter().filter(|bin| bin.n >= 20);
    let worst = full.map(|bin| bin.off() / bin.allowed()).fold(0.0, f64::max);
    Gate::at_most("reliability of the chance, worst share of what is allowed", worst, 1.0)
}
