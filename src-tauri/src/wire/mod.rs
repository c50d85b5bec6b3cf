//! What crosses to the screen, and what `--json` prints: whole views, never fragments.
//!
//! Amounts are numbers in the service's unit ([`Amount`]), exact to its decimals. Instants are RFC 3339 with the
//! service's own offset, dates are `YYYY-MM-DD`: the screen never converts a zone. Text is [`Span`]s: its words and its
//! figures are made once, in Rust, so that two surfaces cannot disagree.

mod check;
mod csv;
mod line;
mod log;
mod plan;
mod plan_event;
mod pot;
mod prices;
mod promised;
mod services;
mod settings;
mod statement;
mod terms;
mod today;

pub use check::*;
pub use csv::*;
pub use line::*;
pub use log::*;
pub use plan::*;
pub use plan_event::*;
pub use pot::*;
pub use prices::*;
pub use promised::*;
pub use services::*;
pub use settings::*;
pub use statement::*;
pub use terms::*;
pub use today::*;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// An amount in the service's unit, exact to its decimals, below 2^53 of the smallest unit.
pub type Amount = f64;

/// A piece of text and what it means; the screen gives each mark its colour and weight.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct Span {
    /// The words.
    pub text: String,
    /// What they are.
    pub mark: SpanMark,
}

/// What a piece of text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SpanMark {
    /// Words.
    Plain,
    /// A fact that carries the sentence: ink, 600.
    Fact,
    /// Estimated or forecast: blue, 600.
    Forecast,
    /// Trouble: crimson, 600.
    Trouble,
    /// What lapses: plum.
    Lapse,
    /// Said quietly: muted, 400.
    Quiet,
}

/// What the window wants to see; every command answers with it, so that no screen goes stale.
#[derive(Clone, Debug, PartialEq, Deserialize, TS)]
#[serde(tag = "screen", rename_all = "snake_case", deny_unknown_fields)]
pub enum Ask {
    /// Today, with the chart over a span.
    Today {
        /// How much time the chart shows.
        span: ChartSpan,
    },
    /// A window of the log.
    Log {
        /// Which rows.
        query: LogQuery,
    },
    /// The plan; `cycle` 0 is the running one, 1 the one before.
    Plan {
        /// The newer one of the two cycles whose statements are shown.
        cycle: u32,
    },
    /// A pot's page, which belongs to the plan.
    Pot {
        /// Its name.
        pot: String,
    },
    /// A statement line by line, which belongs to the plan.
    Statement {
        /// Of what, and how much of it.
        query: StatementQuery,
    },
    /// The price book.
    Prices {
        /// Whether hidden actions are shown.
        hidden: bool,
    },
    /// Every service of the book.
    Services,
    /// The settings.
    Settings,
}

/// A whole view of the window.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct View {
    /// What stands around every screen; none while there is no book.
    pub frame: Option<Frame>,
    /// The screen itself.
    pub screen: Screen,
    /// Troubles that belong to no screen, as bars above it.
    pub troubles: Vec<Trouble>,
}

/// The screens.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(tag = "screen", content = "view", rename_all = "snake_case")]
pub enum Screen {
    /// There is no book yet.
    FirstRun(FirstRunView),
    /// The book cannot be opened: only its trouble bar is shown.
    Closed,
    /// Today.
    Today(Box<TodayView>),
    /// The log.
    Log(LogView),
    /// The plan.
    Plan(Box<PlanView>),
    /// A pot's page; of a pot that is gone, the plan is shown instead.
    Pot(Box<PotPage>),
    /// A statement line by line.
    Statement(Box<StatementPage>),
    /// The price book.
    Prices(PricesView),
    /// Every service of the book.
    Services(ServicesView),
    /// The settings.
    Settings(Box<SettingsView>),
}

/// What stands around every screen: the rail, the names of undo and redo, and how things look.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct Frame {
    /// The service's name.
    pub service: String,
    /// Its number.
    pub service_id: i64,
    /// Every service of the book, in order.
    pub services: Vec<ServiceName>,
    /// The unit's name.
    pub unit: String,
    /// The unit's decimal places.
    pub decimals: u8,
    /// Whether this is the sample book.
    pub sample: bool,
    /// What is left, for the drums.
    pub left: Amount,
    /// Overdrawn, or 0.
    pub overdrawn: Amount,
    /// The sentence for the drums' reader: "6,262 credits left".
    pub left_text: String,
    /// "of 28,000", or "888 overdrawn"'s neighbour; empty without an allotment.
    pub of_text: String,
    /// "888 overdrawn"; none when nothing is.
    pub overdrawn_text: Option<String>,
    /// The figure of the drums as digits with its decimal mark, padded to the allotment's width: "06262".
    pub drums: String,
    /// "Checked 3 days ago", or "Not checked yet".
    pub checked_text: String,
    /// Whether the last check is older than 7 days.
    pub checked_long_ago: bool,
    /// The name of what undo would take back: "logged Veo 3, 8 s, audio".
    pub undo: Option<String>,
    /// The name of what redo would bring back.
    pub redo: Option<String>,
    /// How figures are grouped.
    pub figures: Figures,
    /// How the window looks.
    pub look: Look,
    /// Today's date in the service's zone.
    pub today: String,
}

/// A sentence about something wrong, and what can be done about it.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct Trouble {
    /// A stable name: `book_damaged`, `book_newer`, `book_foreign`, `book_read_only`, `disk_full`, `clock_back`, …
    pub code: String,
    /// What is wrong and what to do, in sentences.
    pub words: String,
    /// The buttons.
    pub remedies: Vec<Remedy>,
}

/// A button of a trouble bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Remedy {
    /// Check balance.
    CheckBalance,
    /// Open another book.
    OpenAnother,
    /// Restore a backup.
    RestoreBackup,
    /// Try again.
    TryAgain,
    /// Say no more about it.
    Dismiss,
}

/// Why a command was not carried out. A refusal is an answer: what was typed stays where it is.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct Refusal {
    /// A stable name.
    pub code: String,
    /// What is wrong and what to do, in a sentence.
    pub message: String,
    /// The field that it belongs to, if it belongs to one.
    pub field: Option<String>,
}

/// The answer of a command that changed the book.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct Done {
    /// What was done, for the toast: "Logged LTXV Turbo, 8 s, audio: −165 → 6,262 left. Usual 130 to 210."
    pub toast: Vec<Span>,
    /// What the toast's button offers.
    pub offers: Option<Offer>,
    /// The entry that was made or changed, if it is one.
    pub entry: Option<i64>,
    /// Everything that the window shows, anew.
    pub view: View,
}

/// What a toast offers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Offer {
    /// Take it back.
    Undo,
    /// Bring it back.
    Redo,
}

/// The first run: what can be chosen.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct FirstRunView {
    /// The presets, LTX Studio's first.
    pub presets: Vec<Preset>,
    /// The zone of this computer.
    pub zone: String,
    /// Every zone's name, for completion.
    pub zones: Vec<String>,
    /// How figures are grouped.
    pub figures: Figures,
    /// How the window looks.
    pub look: Look,
    /// Today's date.
    pub today: String,
}

/// What the first run was told, as typed.
#[derive(Clone, Debug, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FirstRun {
    /// The preset, or none for own terms.
    pub preset: Option<String>,
    /// What the service is called; none for the preset's own word.
    pub service: Option<String>,
    /// What the service shows now.
    pub left: String,
    /// What it grants each month; where the preset is not monthly, its own cadence.
    pub allotment: String,
    /// The day of the month on which it renews.
    pub day: String,
    /// The zone.
    pub zone: String,
}

/// The answer that lives under the three fields; the first valid figure on.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct FirstRunAnswer {
    /// What is wrong with which field; empty when it can start.
    pub refusals: Vec<Refusal>,
    /// "22,600 left, and 23 days to the renewal on Tue 15 Dec. An even pace is 982 a day."
    pub sentence: Vec<Span>,
    /// "By the published prices that makes 6 to 25 Veo 3 clips, or 110 to 450 LTXV clips."
    pub second: Vec<Span>,
    /// The start of the cycle that holds now, local.
    pub cycle_start: Option<String>,
    /// The next renewal, local.
    pub renewal: Option<String>,
    /// Now, local.
    pub now: String,
    /// What is left, for the picture.
    pub left: Option<Amount>,
    /// The allotment, for the picture.
    pub allotment: Option<Amount>,
    /// "even pace, 982 a day".
    pub even_text: Option<String>,
}
