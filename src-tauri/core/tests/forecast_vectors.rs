//! The forecast against the golden vectors: closed forms, what 40,000 paths of another program say, and an exact convolution.
//!
//! `synth_daily.csv` holds one made-up user a row, day by day; `cases.csv` what is known on day T (the last n days, the
//! allotment of a 30-day cycle, the balance) and what comes of it over the h days after it. Day 61 means "after day 60".

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};
use runout_core::forecast::{Habit, Replays, SpendAhead, quantile_of};
use runout_core::pace::Pace;

const PATHS: usize = 2_000;
const SEED: u64 = 20_261_122;

/// A row of a table, by the names of its columns.
struct Row(BTreeMap<&'static str, &'static str>);

impl Row {
    fn text(&self, column: &str) -> &'static str {
        self.0[column]
    }

    fn number(&self, column: &str) -> f64 {
        self.text(column).parse().unwrap()
    }

    fn count(&self, column: &str) -> usize {
        self.text(column).parse().unwrap()
    }
}

fn rows(table: &'static str) -> Vec<Row> {
    let mut lines = table.lines();
    let columns: Vec<&str> = lines.next().unwrap().split(',').collect();
    lines.map(|line| Row(columns.iter().copied().zip(line.split(',')).collect())).collect()
}

struct Case {
    row: Row,
    habit: Habit,
    pace: Pace,
}

fn cases() -> Vec<Case> {
    let users: BTreeMap<&str, Row> = rows(include_str!("vectors/forecast/synth_daily.csv"))
        .into_iter()
        .map(|user| (user.text("series"), user))
        .collect();
    let cases = rows(include_str!("vectors/forecast/cases.csv"));
    cases.into_iter().map(|row| case(&users[row.text("series")], row)).collect()
}

fn case(user: &Row, row: Row) -> Case {
    let days: Vec<f64> = user.text("daily_spend").split(' ').map(|day| day.parse().unwrap()).collect();
    let (last, n) = (row.count("T"), row.count("n"));
    let monday = NaiveDate::from_ymd_opt(2024, 1, 1).unwrap();
    let today = monday + Days::new((user.count("weekday_of_day0") + last + 1) as u64);
    let habit = Habit::of_days(&days[last + 1 - n..=last], today, Some(row.number("allotment") / 30.0));
    let pace = Pace::of(&habit);
    Case { row, habit, pace }
}

#[test]
fn the_pace_is_the_closed_form() {
    for Case { row, pace, .. } in cases() {
        let pairs = [
            ("W", pace.day_weight),
            ("WL", pace.pace_weight),
            ("mean", pace.mean),
            ("phi", pace.unevenness),
            ("kL", pace.plan_weight),
            ("pace", pace.per_day),
            ("sigma", pace.spread),
            ("q", pace.typical_share),
        ];
        for (column, ours) in pairs {
            let off = (ours / row.number(column) - 1.0).abs();
            assert!(off <= 1e-6, "{} day {}: {column} is {ours}", row.text("series"), row.text("T"));
        }
    }
}

#[test]
fn the_replay_agrees_with_forty_thousand_paths_of_another_program() {
    let (mut square, mut n) = (0.0, 0.0);
    for Case { row, habit, pace } in cases() {
        let ahead = SpendAhead::of(&Replays::of(&habit, &pace, SEED), PATHS, 60);
        let (h, balance) = (row.count("h"), row.number("balance"));
        let spend = ahead.sorted(h);
        let ours = spend.iter().filter(|spent| **spent >= balance).count() as f64 / PATHS as f64;
        let theirs = row.number("p_runout").abs();
        let tolerance = 4.0 * (theirs * (1.0 - theirs) / PATHS as f64).sqrt() + 0.005;
        let name = format!("{} day {} ({} days)", row.text("series"), row.text("T"), row.text("n"));
        assert!((ours - theirs).abs() <= tolerance, "{name}: chance {ours}, not {theirs}");
        square += (ours - theirs) * (ours - theirs);
        n += 1.0;
        agree_on_amounts(&name, &row, &spend, balance);
        agree_on_days(&name, &row, &ahead.sorted_run_outs(balance));
    }
    println!("chance of running out: {:.4} rms", (square / n).sqrt());
}

fn agree_on_amounts(name: &str, row: &Row, spend: &[f64], balance: f64) {
    let width = row.number("spend_q90") - row.number("spend_q10");
    let mean = |values: &mut dyn Iterator<Item = f64>| values.sum::<f64>() / PATHS as f64;
    let pairs = [
        ("spend_mean", mean(&mut spend.iter().copied())),
        ("spend_q10", quantile_of(spend, 0.1).unwrap()),
        ("spend_q50", quantile_of(spend, 0.5).unwrap()),
        ("spend_q90", quantile_of(spend, 0.9).unwrap()),
        ("left_mean", mean(&mut spend.iter().map(|spent| (balance - spent).max(0.0)))),
    ];
    for (column, ours) in pairs {
        let theirs = row.number(column);
        if !((ours - theirs).abs() <= 0.03 * width + 0.06) {
            println!("{name}: {column} is {ours:.1}, not {theirs} ({:.3} of the width)", (ours - theirs) / width);
        }
    }
}

fn agree_on_days(name: &str, row: &Row, run_outs: &[usize]) {
    for (column, share) in [("day_q10", 0.1), ("day_q50", 0.5), ("day_q90", 0.9)] {
        let (ours, theirs) = (quantile_of(run_outs, share).unwrap(), row.count(column));
        if ours.abs_diff(theirs) > 1 {
            println!("{name}: {column} is {ours}, not {theirs}");
        }
    }
}

#[test]
fn independent_days_agree_with_the_exact_convolution() {
    let mut square = 0.0;
    let all = cases();
    for Case { row, habit, pace } in &all {
        let replays = Replays::of_independent_days(habit, pace, SEED);
        let spend = SpendAhead::of(&replays, PATHS, 60).sorted(row.count("h"));
        let ours = spend.iter().filter(|spent| **spent >= row.number("balance")).count() as f64 / PATHS as f64;
        let off = ours - row.number("p_runout_independent_days_exact");
        square += off * off;
        if off.abs() > 0.01 {
            println!("{} day {}: {off:.4}", row.text("series"), row.text("T"));
        }
    }
    let rms = (square / all.len() as f64).sqrt();
    println!("rms {rms:.4}");
    assert!(rms <= 0.01, "{rms}");
}
