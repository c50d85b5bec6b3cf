//! The whole book as one JSON document, and the log as CSV.
//!
//! The document holds every version of everything, and the history: it goes back in without loss.

mod csv_in;
mod csv_out;
mod document;
mod export;
mod import;
mod read;
mod rows;
mod take_over;

pub use csv_in::{
    CsvChoices, CsvField, CsvImported, CsvMapping, CsvProblem, CsvQuestion, CsvReading, CsvRefused, CsvSpend, CsvTable,
    DateOrder, DecimalMark, Duplicates, Encoding, NearDuplicate,
};
pub use csv_out::write_file;
pub use import::Imported;
