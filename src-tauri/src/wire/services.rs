//! The services of a book: their names, the overview, and what `services` promises.

use serde::Serialize;
use ts_rs::TS;

use super::{Amount, RunOut, Span, WillLapse};

/// A service in the menu of the rail.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct ServiceName {
    /// Its number.
    pub id: i64,
    /// What it is called.
    pub name: String,
    /// What is left of it: "6,262 credits"; a dash where it cannot be reckoned.
    pub left: String,
}

/// The overview.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct ServicesView {
    /// One row for each service, in the order in which they were added.
    pub rows: Vec<ServiceRow>,
}

/// A service in the overview.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct ServiceRow {
    /// Its number.
    pub id: i64,
    /// What it is called.
    pub name: String,
    /// Whether it lies open.
    pub open: bool,
    /// What is left, exact: "6,262".
    pub left: String,
    /// Its unit's name.
    pub unit: String,
    /// "Tue 15 Dec, in 11 days", "no renewal".
    pub renewal: String,
    /// "from Sun 6 Dec; 55 % chance before the renewal"; where it cannot be reckoned, why.
    pub run_out: Vec<Span>,
    /// "≈ 1,300 on Tue 15 Dec"; empty where nothing will.
    pub will_lapse: Vec<Span>,
    /// When it was last checked: "3 days ago", "not yet".
    pub checked: String,
    /// Whether the last check is older than 7 days.
    pub checked_long_ago: bool,
}

/// `services`: every service of the book.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct Services {
    /// In the order in which they were added.
    pub services: Vec<Service>,
}

/// One service, as it is promised; all but the name and `trouble` is null where it cannot be reckoned.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct Service {
    /// What it is called.
    pub name: String,
    /// Its unit's name.
    pub unit: Option<String>,
    /// The unit's decimal places.
    pub decimals: Option<u8>,
    /// Its zone.
    pub zone: Option<String>,
    /// What could pay some action now.
    pub left: Option<Amount>,
    /// Logged beyond what there was.
    pub overdrawn: Option<Amount>,
    /// The next renewal.
    pub renewal: Option<String>,
    /// The chance that it runs out before the renewal, 0 to 1.
    pub chance_before_renewal: Option<f64>,
    /// The days by which a tenth, half, nine tenths of the replays have run out.
    pub run_out: Option<RunOut>,
    /// What will lapse, when, from which pot.
    pub will_lapse: Vec<WillLapse>,
    /// When its balance was last checked.
    pub checked: Option<String>,
    /// Why it cannot be reckoned, if it cannot.
    pub trouble: Option<String>,
}
