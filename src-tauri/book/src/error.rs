//! What can go wrong with a book: when it is opened, when it is written, and when a journey is refused.

use std::path::PathBuf;

use runout_core::Instant;
use runout_core::credits::Credits;
use runout_core::facts::{EntryId, LotId};
use runout_core::ledger::PlanState;

use crate::interchange::CsvRefused;
use crate::stored::StoredError;

/// Why a book could not be opened or made. The file was left as it is.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// There is no file.
    #[error("there is no book at {}", .0.display())]
    Missing(PathBuf),
    /// There is a file already where a book was to be made.
    #[error("there is a file already at {}", .0.display())]
    Exists(PathBuf),
    /// A file of no bytes, or a folder.
    #[error("{} is empty: it holds no book", .0.display())]
    Empty(PathBuf),
    /// It begins like a book and is not whole.
    #[error("the book is damaged: {0}")]
    Damaged(String),
    /// A newer Runout wrote it.
    #[error("this book is from a newer Runout (its version is {found}, this one knows {known})")]
    Newer {
        /// The version found.
        found: i64,
        /// The newest version that this program knows.
        known: i64,
    },
    /// Not SQLite, or the SQLite file of another program.
    #[error("{} is not a book of Runout", .0.display())]
    Foreign(PathBuf),
    /// The file cannot be written.
    #[error("{} can only be read", .0.display())]
    ReadOnly(PathBuf),
    /// The folder cannot be written, and a book needs files beside it.
    #[error("nothing can be written in the folder {}", .0.display())]
    FolderReadOnly(PathBuf),
    /// What it was to be made of cannot be taken.
    #[error(transparent)]
    Refused(#[from] Refused),
    /// Opened, and then something failed.
    #[error(transparent)]
    Book(#[from] BookError),
}

impl From<JourneyError> for OpenError {
    fn from(error: JourneyError) -> Self {
        match error {
            JourneyError::Refused(refused) => Self::Refused(refused),
            JourneyError::Book(error) => Self::Book(error),
        }
    }
}

/// What fails between the program and its file.
#[derive(Debug, thiserror::Error)]
pub enum BookError {
    /// No room is left where the book lies.
    #[error("the disk is full")]
    DiskFull,
    /// The file or its folder can only be read.
    #[error("the book can only be read")]
    ReadOnly,
    /// Another process is writing and did not finish in time.
    #[error("another program is writing to the book")]
    Busy,
    /// SQLite finds the file damaged.
    #[error("the book is damaged: {0}")]
    Damaged(String),
    /// A stored document cannot be read back.
    #[error("{place}: {reason}")]
    Stored {
        /// Which: "entry 12", "terms 2".
        place: String,
        /// Why.
        reason: StoredError,
    },
    /// A file beside the book.
    #[error("{}: {reason}", path.display())]
    File {
        /// Which.
        path: PathBuf,
        /// Why.
        reason: std::io::Error,
    },
    /// A file that was to be written over is a book, or a part of one.
    #[error("{} belongs to a book", .0.display())]
    IsABook(PathBuf),
    /// There is a file already where a copy was to be made.
    #[error("there is a file already at {}", .0.display())]
    Exists(PathBuf),
    /// Anything else that SQLite says.
    #[error("the book cannot be used: {0}")]
    Sqlite(rusqlite::Error),
}

impl BookError {
    pub(crate) fn file(path: impl Into<PathBuf>, reason: std::io::Error) -> Self {
        match reason.kind() {
            std::io::ErrorKind::StorageFull => Self::DiskFull,
            std::io::ErrorKind::ReadOnlyFilesystem => Self::ReadOnly,
            _ => Self::File { path: path.into(), reason },
        }
    }
}

impl From<rusqlite::Error> for BookError {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode as Code;
        match error.sqlite_error_code() {
            Some(Code::DiskFull) => Self::DiskFull,
            Some(_) if no_room_for_the_index(&error) => Self::DiskFull,
            Some(Code::ReadOnly) => Self::ReadOnly,
            Some(Code::DatabaseBusy | Code::DatabaseLocked) => Self::Busy,
            Some(Code::DatabaseCorrupt | Code::NotADatabase) => Self::Damaged(error.to_string()),
            _ => Self::Sqlite(error),
        }
    }
}

/// On a disk without any room SQLite cannot lay out the index of its log, and calls that an I/O error.
fn no_room_for_the_index(error: &rusqlite::Error) -> bool {
    error.sqlite_error().is_some_and(|error| error.extended_code == rusqlite::ffi::SQLITE_IOERR_SHMSIZE)
}

/// Why a journey did not happen. Nothing was written.
#[derive(Debug, thiserror::Error)]
pub enum JourneyError {
    /// The person can mend it.
    #[error(transparent)]
    Refused(#[from] Refused),
    /// The file failed.
    #[error(transparent)]
    Book(#[from] BookError),
}

impl From<rusqlite::Error> for JourneyError {
    fn from(error: rusqlite::Error) -> Self {
        Self::Book(error.into())
    }
}

/// What a journey refuses; amounts are in the service's smallest unit.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum Refused {
    /// No entry with this id stands.
    #[error("there is no entry {}", .0.0)]
    NoSuchEntry(EntryId),
    /// The entry is something else than a spend.
    #[error("entry {} is not a spend", .0.0)]
    NotASpend(EntryId),
    /// Only what is reserved can be settled.
    #[error("entry {} is not reserved", .0.0)]
    NotReserved(EntryId),
    /// What is reserved is settled first.
    #[error("entry {} is still reserved", .0.0)]
    StillReserved(EntryId),
    /// An entry was edited into one of another kind.
    #[error("entry {} is of another kind", .0.0)]
    AnotherKind(EntryId),
    /// A refund or a typed balance was edited into one of another spend.
    #[error("entry {} stays with its spend", .0.0)]
    AboutAnother(EntryId),
    /// A refund or a typed balance before the spend that it is about.
    #[error("its spend happened later, at {spend}")]
    BeforeItsSpend {
        /// When the spend happened.
        spend: Instant,
    },
    /// More than is not yet refunded.
    #[error("at most {left} can still be refunded")]
    RefundTooLarge {
        /// What is not yet refunded.
        left: Credits,
    },
    /// An amount below nothing where only nothing or more makes sense, or nothing where something must be.
    #[error("the amount must be above 0")]
    AmountNotPositive,
    /// A spend of less than nothing.
    #[error("a spend cannot be below 0")]
    SpendBelowNothing,
    /// A count of 0.
    #[error("a count is 1 or more")]
    CountOfNothing,
    /// An amount with which no sum of the book could be reckoned any more.
    #[error("all in all that is more than a book can count")]
    TooLarge,
    /// An instant before the year 1990 or after 2199.
    #[error("the year {year} is not in our time")]
    NotInOurTime {
        /// The year.
        year: i32,
    },
    /// Later than now.
    #[error("{at} is later than now")]
    LaterThanNow {
        /// What was given.
        at: Instant,
    },
    /// No such lot.
    #[error("there is no lot {}", .0.0)]
    NoSuchLot(LotId),
    /// A lot that is over cannot be ended, nor its end be moved.
    #[error("the lot {} ended at {at}", lot.0)]
    LotEnded {
        /// Which.
        lot: LotId,
        /// When.
        at: Instant,
    },
    /// A lot would end before it began.
    #[error("the end lies before the start")]
    EndsBeforeStart,
    /// No such pot in the terms in force.
    #[error("there is no pot called {0}")]
    NoSuchPot(String),
    /// No such action.
    #[error("there is no action {0}")]
    NoSuchAction(String),
    /// Another action is called so.
    #[error("{0} is the name of another action")]
    NameTaken(String),
    /// The service is not in the book, or not any more.
    #[error("that service is not in the book any more")]
    NoSuchService,
    /// Another service of the book is called so.
    #[error("{0} is the name of another service of this book")]
    ServiceNameTaken(String),
    /// A book without a service would be none.
    #[error("{0} is the only service of this book")]
    OnlyService(String),
    /// A name of no letters.
    #[error("a name cannot be empty")]
    NameEmpty,
    /// A name with characters that steer a terminal or turn the writing around.
    #[error("a name cannot hold control characters")]
    NameSteers,
    /// Terms that contradict themselves.
    #[error("{0}")]
    BadTerms(&'static str),
    /// No terms begin then that could still be taken back.
    #[error("there are no such terms to come")]
    NoSuchTerms,
    /// There is no renewal to wait for.
    #[error("these terms have no next renewal")]
    NoRenewal,
    /// There is no cycle that could be renewed.
    #[error("these terms have no cycle")]
    NoCycle,
    /// What happens to a plan does not fit how it stands.
    #[error("the plan is {}", in_a_word(.0))]
    PlanIs(PlanState),
    /// The plan was paused, cancelled or resumed after that instant.
    #[error("the plan was turned at {at}")]
    PlanTurnedLater {
        /// The last time.
        at: Instant,
    },
    /// No renewal of the schedule comes at that instant.
    #[error("no renewal comes then")]
    NotARenewal {
        /// The one before it.
        before: Option<Instant>,
        /// The one after it.
        after: Option<Instant>,
    },
    /// A renewal that is still to come cannot be late.
    #[error("the renewal of {renewal} is still to come")]
    NotDueYet {
        /// Which.
        renewal: Instant,
    },
    /// A renewal stays between its neighbours.
    #[error("a renewal stays between its neighbours")]
    ShiftedTooFar {
        /// The renewal before it.
        before: Option<Instant>,
        /// The renewal after it.
        after: Option<Instant>,
    },
    /// Before the book's start.
    #[error("the book starts at {start}")]
    BeforeStart {
        /// Where it starts.
        start: Instant,
    },
    /// A range of days that ends before it begins, or is longer than ten years.
    #[error("these days are not a range")]
    BadDays,
    /// No such setting.
    #[error("there is no setting {0}")]
    NoSuchSetting(String),
    /// A value that the setting cannot have.
    #[error("{key} can be {allowed}")]
    BadSetting {
        /// Which setting.
        key: &'static str,
        /// What it can be.
        allowed: &'static str,
    },
    /// Nothing is there to undo.
    #[error("nothing to undo")]
    NothingToUndo,
    /// Nothing is there to redo.
    #[error("nothing to redo")]
    NothingToRedo,
    /// No such backup.
    #[error("there is no backup {0}")]
    NoSuchBackup(String),
    /// A backup that is not whole, or not one of ours.
    #[error("{name} cannot be restored: {reason}")]
    BadBackup {
        /// Which.
        name: String,
        /// Why.
        reason: String,
    },
    /// A document to import that is not of the right shape.
    #[error("{place}: {reason}")]
    BadImport {
        /// Where in the document: `entries[12].body`.
        place: String,
        /// What is wrong there.
        reason: String,
    },
    /// A CSV that cannot be imported.
    #[error(transparent)]
    Csv(#[from] CsvRefused),
}

const fn in_a_word(state: &PlanState) -> &'static str {
    match state {
        PlanState::Running => "running",
        PlanState::Paused { .. } => "paused",
        PlanState::Cancelled { .. } => "cancelled",
        PlanState::Lapsed { .. } => "lapsed",
    }
}
