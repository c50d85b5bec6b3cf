//! What happened: one SQLite file, the *book*, and the journeys over it.
//!
//! * [`Book`] opens and makes books, keeps what stands in memory, and offers one journey for each verb.
//! * Each journey is one transaction and one step of undo; it returns a [`Change`] with its name.
//!
//! It knows no clock and no folders of the computer: `now` and paths are arguments.

mod backups;
mod book;
mod connect;
mod contents;
mod error;
mod files;
mod interchange;
mod journeys;
mod kept;
mod lock;
mod migrate;
mod naming;
mod page;
mod presets;
mod reckonable;
mod sample;
mod settings;
mod stored;
mod tables;
pub mod terms_document;
mod transact;

pub use backups::{Backup, BackupName, RestorePreview, Restored, Summary, Why, backups_of, restore_over};
pub use book::{Book, sqlite_version};
pub use error::{BookError, JourneyError, OpenError, Refused};
pub use interchange::{
    CsvChoices, CsvField, CsvImported, CsvMapping, CsvProblem, CsvQuestion, CsvReading, CsvRefused, CsvSpend, CsvTable,
    DateOrder, DecimalMark, Duplicates, Encoding, Imported, NearDuplicate, write_file,
};
pub use journeys::{
    Because, Edited, HistoryRow, NewBook, NewCheck, NewGrant, NewSpend, PlanEvent, Problem, TermsFrom, UndoRedo,
    Verified, with_terms,
};
pub use kept::{KeptForecast, Quantiles};
pub use lock::WindowLock;
pub use page::ServiceId;
pub use presets::{
    Answers, Preset, PresetCadence, PresetError, ltx_actions, preset, presets, presets_as_of, price_source,
};
pub use settings::{Contrast, Density, FiguresChoice, FirstWeekday, Settings, Theme};
pub use stored::StoredError;
pub use tables::changes::ChangeState;
pub use transact::Change;
