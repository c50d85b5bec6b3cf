//! The quick-entry line while it is typed.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Amount, Estimate, Refusal, Span};

/// What was understood of the line, and what would follow.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct LineView {
    /// The text that this is about; a late answer to an older text is dropped.
    pub text: String,
    /// What was understood, in the order typed.
    pub chips: Vec<Chip>,
    /// What is wrong, if it cannot be saved as it is.
    pub refusal: Option<Refusal>,
    /// The estimate that is offered where no credits were typed, as text to put into the line.
    pub offered: Option<String>,
    /// "Usually takes".
    pub usually: Option<Usually>,
    /// "Leaves": "≈ 860", then "860 to 1,300, almost certain to be covered."
    pub leaves: Option<Leaves>,
    /// "Then": what becomes of the run-out.
    pub then: Vec<Span>,
    /// A remark: unusual cost, beyond what is left.
    pub remark: Option<Vec<Span>>,
    /// Completions of the word at the caret.
    pub completions: Vec<Completion>,
    /// What Tab would swap, if something is unsure: "Tab for Veo 3 Fast".
    pub tab: Option<Completion>,
    /// What has to be answered before it can be saved: "Before or after the check of Thu 3 Dec, 09:00?"
    pub question: Option<LineQuestion>,
    /// Whether Enter would save it.
    pub saves: bool,
    /// Whether it would be saved with the estimate.
    pub estimated: bool,
}

/// A word that was understood.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct Chip {
    /// What it is.
    pub kind: ChipKind,
    /// "Veo 3", "8 s", "× 2", "5,400", "#teaser", "now".
    pub words: String,
    /// The quieter half: "Fri 4 Dec, 16:40", "goes to the note", "offered, type over it".
    pub rest: String,
    /// The word's place in the line, in UTF-16 units, for selecting it; none where nothing was typed.
    pub from: Option<u32>,
    /// Its end.
    pub to: Option<u32>,
}

/// What a chip is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ChipKind {
    /// An action of the catalogue.
    Action,
    /// A new action's name.
    NewAction,
    /// A setting.
    Setting,
    /// A count.
    Count,
    /// Credits.
    Credits,
    /// The estimate that is offered.
    Offered,
    /// A balance that the service shows.
    Balance,
    /// A tag.
    Tag,
    /// When.
    When,
    /// Keeper, reject, failed, refunded.
    State,
    /// Goes to the note.
    Note,
}

/// What an action usually takes.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct Usually {
    /// The estimate; what `estimate --json` prints.
    pub estimate: Estimate,
    /// "≈ 5,400", or "5,400".
    pub figure: Vec<Span>,
    /// "5,000 to 5,400 in 4 of yours. Published: 875 to 3,500."
    pub words: String,
    /// The price strip.
    pub strip: Strip,
}

/// A price strip on a log axis.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct Strip {
    /// The published range.
    pub published: Option<[Amount; 2]>,
    /// The 8-in-10 range; none at n = 0.
    pub range: Option<[Amount; 2]>,
    /// What yours took, newest last, at most 20.
    pub own: Vec<Amount>,
}

/// What would be left.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct Leaves {
    /// "≈ 860".
    pub figure: Vec<Span>,
    /// "860 to 1,300, almost certain to be covered."
    pub words: Vec<Span>,
}

/// A question about the line.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct LineQuestion {
    /// The question.
    pub words: String,
    /// Its answers, each with the line that gives it.
    pub answers: Vec<Completion>,
}

/// A completion.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Completion {
    /// What is shown: "Veo 3 Fast".
    pub words: String,
    /// The whole line with it in place.
    pub line: String,
}
