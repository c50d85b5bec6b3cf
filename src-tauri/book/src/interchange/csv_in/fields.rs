//! What a column can say.

/// What a column can say about a spend.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CsvField {
    /// When.
    At,
    /// Whether only a date is meant.
    DateOnly,
    /// How many credits it took.
    Credits,
    /// The action.
    Action,
    /// Its settings.
    Settings,
    /// How many pieces.
    Count,
    /// How many credits came back.
    Refunded,
    /// Whether the credits are an estimate.
    Estimated,
    /// What became of it.
    State,
    /// What was thought of the result.
    Verdict,
    /// Project, client or shot.
    Tags,
    /// Free text.
    Note,
    /// What names it where it comes from.
    Id,
}

impl CsvField {
    /// Every one, in the order in which they are asked for.
    pub const ALL: [Self; 13] = [
        Self::At,
        Self::Credits,
        Self::Action,
        Self::Settings,
        Self::Count,
        Self::Note,
        Self::Tags,
        Self::State,
        Self::Verdict,
        Self::Refunded,
        Self::Estimated,
        Self::DateOnly,
        Self::Id,
    ];

    /// Its word in a mapping, which is the name of the app's own column.
    pub const fn word(self) -> &'static str {
        match self {
            Self::At => "at",
            Self::DateOnly => "date_only",
            Self::Credits => "credits",
            Self::Action => "action",
            Self::Settings => "settings",
            Self::Count => "count",
            Self::Refunded => "refunded",
            Self::Estimated => "estimated",
            Self::State => "state",
            Self::Verdict => "verdict",
            Self::Tags => "tags",
            Self::Note => "note",
            Self::Id => "id",
        }
    }

    /// What it is called in a dialog.
    pub const fn label(self) -> &'static str {
        match self {
            Self::At => "When",
            Self::DateOnly => "Date only",
            Self::Credits => "Credits",
            Self::Action => "Action",
            Self::Settings => "Settings",
            Self::Count => "Count",
            Self::Refunded => "Refunded",
            Self::Estimated => "Estimated",
            Self::State => "State",
            Self::Verdict => "Result",
            Self::Tags => "Tags",
            Self::Note => "Note",
            Self::Id => "Id",
        }
    }

    /// The field of a word.
    pub fn read(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.word().eq_ignore_ascii_case(word.trim()))
    }

    /// Every word, for a refusal.
    pub(super) fn words() -> String {
        Self::ALL.map(Self::word).join(", ")
    }

    /// Whether it is free text, which the app's own file guards against spreadsheets.
    pub(super) const fn is_text(self) -> bool {
        matches!(self, Self::Action | Self::Settings | Self::Tags | Self::Note)
    }

    /// What exports of other programs call such a column, folded to letters and digits; the likelier first.
    pub(super) const fn usual_names(self) -> &'static [&'static str] {
        match self {
            Self::At => {
                &["at", "date", "datetime", "timestamp", "time", "createdat", "created", "usedat", "when", "datum"]
            }
            Self::DateOnly => &["dateonly"],
            Self::Credits => &[
                "credits",
                "creditsused",
                "creditsspent",
                "creditscharged",
                "creditcost",
                "cost",
                "used",
                "usage",
                "spent",
                "amount",
                "tokens",
                "points",
            ],
            Self::Action => &["action", "model", "modelname", "tool", "feature", "operation", "type", "generation"],
            Self::Settings => &["settings", "options", "parameters", "duration"],
            Self::Count => &["count", "quantity", "qty", "outputs", "generations", "pieces"],
            Self::Refunded => &["refunded"],
            Self::Estimated => &["estimated"],
            Self::State => &["state", "status"],
            Self::Verdict => &["verdict"],
            Self::Tags => &["tags", "tag", "project", "client", "folder"],
            Self::Note => &["note", "notes", "prompt", "description", "comment", "details"],
            Self::Id => &["id", "generationid", "transactionid", "requestid", "jobid", "taskid"],
        }
    }
}
