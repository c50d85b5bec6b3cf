//! Today: the sentence, its picture, four short answers.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Amount, ForecastDay, Span, Status};

/// How much time the chart shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ChartSpan {
    /// From the last renewal to 9 days past the next.
    #[default]
    Cycle,
    /// Three months.
    Months,
    /// A year ahead.
    Year,
    /// Everything logged.
    All,
}

/// Today.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct TodayView {
    /// The one truth that everything here is read from; what `status --json` prints.
    pub status: Status,
    /// The first line.
    pub sentence: Vec<Span>,
    /// The second line.
    pub second: Vec<Span>,
    /// "learning, 3 of 7 days".
    pub learning: Option<String>,
    /// A note in a bar: overdrawn.
    pub note: Option<String>,
    /// The sum that adds up to what is left.
    pub provenance: Vec<Provenance>,
    /// "How is this reckoned?", in paragraphs.
    pub reckoned: Vec<String>,
    /// Safe today, Will lapse, What you can still make, Pays next: always four, in this order.
    pub cells: Vec<Cell>,
    /// "Nothing logged since Mon 23 Nov." and its days, while it is asked.
    pub gap: Option<Gap>,
    /// The burn-down.
    pub chart: Chart,
}

/// A term of the sum under the sentence.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct Provenance {
    /// Its words: "9,766", " checked Tue 1 Dec, 18:20".
    pub spans: Vec<Span>,
    /// Whether it is a confirmed figure (drawn with the ring).
    pub confirmed: bool,
    /// The first day of the log that it links to.
    pub from: Option<String>,
}

/// One of the four answers.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct Cell {
    /// "Safe today".
    pub head: String,
    /// "≈ 260"; a dash where it is not known.
    pub figure: Vec<Span>,
    /// What it means, in lines.
    pub lines: Vec<Vec<Span>>,
    /// Whether the lines are items of a list.
    pub list: bool,
}

/// A stretch without entries, long enough to ask about.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct Gap {
    /// "Nothing logged since Mon 23 Nov."
    pub words: String,
    /// Its first day.
    pub from: String,
    /// Its last day.
    pub to: String,
}

/// What the burn-down draws. Times are local, `YYYY-MM-DDTHH:MM:SS`: a day is as wide as any other.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct Chart {
    /// The left edge.
    pub from: String,
    /// The right edge.
    pub to: String,
    /// Now.
    pub now: String,
    /// The allotment of the running cycle.
    pub allotment: Option<Amount>,
    /// What is left now (0 when overdrawn).
    pub left: Amount,
    /// Overdrawn now, and until when the drawing goes on.
    pub overdrawn: Amount,
    /// The first entry or check; before it the past is not known.
    pub known_from: Option<String>,
    /// The past as steps, oldest first: the balance (left − overdrawn) from each instant on.
    pub past: Vec<Step>,
    /// The balance checks in view.
    pub checks: Vec<Mark>,
    /// The future by days; `resets` says before which days a renewal opens a new fan.
    pub days: Vec<ForecastDay>,
    /// Per day of `days`: the share of the replays that are empty at its end.
    pub empty: Vec<f64>,
    /// Renewals in view, past and future.
    pub renewals: Vec<Renewal>,
    /// Ends of lots other than the cycle's own.
    pub ends: Vec<Mark>,
    /// Lots bought or given in view.
    pub top_ups: Vec<Mark>,
    /// What lapsed, or will.
    pub lapses: Vec<Lapse>,
    /// The even pace of the running cycle: from its grant to its renewal.
    pub even: Option<Even>,
    /// The first empty day; none below a 20 % chance.
    pub run_out: Option<ChartRunOut>,
    /// Days that do not count for the pace: blocked, not logged, one-off.
    pub dotted: Vec<String>,
}

/// The balance from an instant on.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct Step {
    /// When.
    pub at: String,
    /// left − overdrawn after it.
    pub left: Amount,
    /// "−5,400 Veo 3, 8 s, audio": what the read-out says.
    pub what: String,
}

/// Something at an instant, with its amount and its words.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct Mark {
    /// When.
    pub at: String,
    /// How much.
    pub amount: Amount,
    /// Its caption.
    pub words: String,
}

/// A renewal.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct Renewal {
    /// When.
    pub at: String,
    /// "Renews Tue 15 Dec".
    pub words: String,
    /// What is there right after it, in the future: 10, 25, 50, 75, 90 %.
    pub opens: Option<[Amount; 5]>,
}

/// What lapses at an instant.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct Lapse {
    /// When.
    pub at: String,
    /// How much; for the future the mean of the replays, where the median lapses.
    pub amount: Amount,
    /// "≈ 1,300 lapse" or "2,058 lapsed".
    pub words: String,
    /// Whether it is in the future.
    pub forecast: bool,
}

/// The even pace.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct Even {
    /// The grant.
    pub from: String,
    /// The renewal.
    pub to: String,
    /// What there was at the grant.
    pub amount: Amount,
}

/// The bar of the first empty day.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct ChartRunOut {
    /// The early end.
    pub p10: String,
    /// "Sun 6 Dec".
    pub p10_words: String,
    /// The middle; none where it lies at or beyond the renewal, or while learning.
    pub p50: Option<String>,
    /// "Sun 13 Dec".
    pub p50_words: Option<String>,
    /// The late end, or the renewal.
    pub until: String,
}
