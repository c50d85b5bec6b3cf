//! A CSV from elsewhere as spends of the log: read whatever wrote it, mapped column by column, shown before it is saved.
//!
//! * [`CsvTable`]: the file as cells, whatever its encoding and its separator.
//! * [`CsvMapping`]: which column says what; the app's own CSV maps itself.
//! * [`CsvReading`]: the spends as they would be logged, what cannot be read, and what has to be asked.
//! * [`crate::Book::import_csv`]: one step, which undo takes back.

mod amounts;
mod dates;
mod duplicates;
mod encoding;
mod fields;
mod import;
mod mapping;
mod question;
mod reading;
mod refused;
mod row;
mod settle;
mod table;

pub use amounts::DecimalMark;
pub use dates::DateOrder;
pub use duplicates::{Duplicates, NearDuplicate};
pub use encoding::Encoding;
pub use fields::CsvField;
pub use import::CsvImported;
pub use mapping::CsvMapping;
pub use question::CsvQuestion;
pub use reading::{CsvChoices, CsvProblem, CsvReading, CsvSpend};
pub use refused::CsvRefused;
pub use table::CsvTable;
