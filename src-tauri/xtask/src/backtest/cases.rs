//! The cases: what was known on a day, and what came after it.

use std::collections::BTreeMap;
use std::path::Path;

use chrono::{Days, NaiveDate};
use runout_core::forecast::Habit;
use serde::Deserialize;

use crate::Trouble;

/// The days of a cycle in every folder of this form.
const CYCLE: usize = 30;

/// A case: a user, and a day after which nothing is known.
pub(crate) struct Case {
    /// What the table says.
    pub(crate) row: Row,
    /// The kind of user.
    pub(crate) archetype: String,
    /// The habit as it was known, with today as the first day that is not.
    pub(crate) habit: Habit,
    /// How many of the last known days belong to the running cycle.
    pub(crate) days_of_cycle: usize,
    /// The mean spend a day over the user's whole log: what a spend score is divided by.
    pub(crate) mean_per_day: f64,
}

impl Case {
    /// The known days' spends, oldest first.
    pub(crate) fn spent(&self) -> Vec<f64> {
        self.habit.days.iter().map(|day| day.spent).collect()
    }

    /// Whether the credits did run out within the days ahead.
    pub(crate) fn ran_out(&self) -> bool {
        self.row.actual_spend >= self.row.balance
    }
}

/// A row of `cases.csv`.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Row {
    pub(crate) series: String,
    #[serde(rename = "T")]
    pub(crate) last_day: usize,
    #[serde(rename = "n")]
    pub(crate) known_days: usize,
    #[serde(rename = "h")]
    pub(crate) days_ahead: usize,
    pub(crate) allotment: f64,
    pub(crate) balance: f64,
    #[serde(rename = "W")]
    pub(crate) day_weight: f64,
    #[serde(rename = "WL")]
    pub(crate) pace_weight: f64,
    pub(crate) mean: f64,
    #[serde(rename = "phi")]
    pub(crate) unevenness: f64,
    #[serde(rename = "kL")]
    pub(crate) plan_weight: f64,
    pub(crate) pace: f64,
    #[serde(rename = "sigma")]
    pub(crate) spread: f64,
    #[serde(rename = "q")]
    pub(crate) typical_share: f64,
    pub(crate) p_runout: f64,
    pub(crate) spend_q10: f64,
    pub(crate) spend_q50: f64,
    pub(crate) spend_q90: f64,
    pub(crate) day_q10: f64,
    pub(crate) day_q50: f64,
    pub(crate) day_q90: f64,
    pub(crate) actual_spend: f64,
    pub(crate) actual_day: f64,
    #[serde(rename = "p_runout_independent_days_exact")]
    pub(crate) exact_chance: f64,
}

/// A row of `synth_daily.csv`.
#[derive(Debug, Deserialize)]
struct User {
    series: String,
    group: String,
    weekday_of_day0: u64,
    cycle_offset: usize,
    daily_spend: String,
}

/// Reads both tables of a folder.
pub(crate) fn read(folder: &Path) -> Result<Vec<Case>, Trouble> {
    let users = rows::<User>(&folder.join("synth_daily.csv"))?;
    let users: BTreeMap<String, User> = users.into_iter().map(|user| (user.series.clone(), user)).collect();
    let path = folder.join("cases.csv");
    let unknown = |row: &Row| Trouble::Case { path: path.clone(), series: row.series.clone(), day: row.last_day };
    let case = |row: Row| users.get(&row.series).and_then(|user| case(user, &row)).ok_or_else(|| unknown(&row));
    rows::<Row>(&path)?.into_iter().map(case).collect()
}

fn rows<T: for<'a> Deserialize<'a>>(path: &Path) -> Result<Vec<T>, Trouble> {
    let table = |source| Trouble::Table { path: path.to_owned(), source };
    csv::Reader::from_path(path).map_err(table)?.into_deserialize().map(|row| row.map_err(table)).collect()
}

/// A case; none where the user's log does not hold it.
fn case(user: &User, row: &Row) -> Option<Case> {
    let log: Vec<f64> = user.daily_spend.split_whitespace().map(|day| day.parse().ok()).collect::<Option<_>>()?;
    let after = row.last_day.checked_add(1)?;
    let known = log.get(after.checked_sub(row.known_days)?..after)?;
    // Only the weekday matters, and the 1st of January 2024 is a Monday.
    let monday = NaiveDate::from_ymd_opt(2024, 1, 1)?;
    let today = monday.checked_add_days(Days::new(user.weekday_of_day0 + after as u64))?;
    let mean_per_day = log.iter().sum::<f64>() / log.len().max(1) as f64;
    let into_cycle = (after + CYCLE - user.cycle_offset % CYCLE) % CYCLE;
    Some(Case {
        archetype: user.group.clone(),
        habit: Habit::of_days(known, today, Some(row.allotment / CYCLE as f64)),
        days_of_cycle: into_cycle.min(known.len()),
        // Of a user who never spent there is nothing to scale.
        mean_per_day: if mean_per_day > 0.0 { mean_per_day } else { 1.0 },
        row: row.clone(),
    })
}
