//! The ledger: terms, top-ups and the log, turned into lots, for any instant.
//!
//! Pure and exact: whole numbers, no clock, no floating point; the same input gives the same output, whatever the
//! order of entry. Nothing derived is stored: a backdated entry is handled by replaying.

mod answers;
mod books;
mod clock;
mod course;
mod dated;
mod error;
mod future;
mod limits;
mod listing;
mod log;
mod lot;
mod pool;
pub mod primitive;
mod renewals;
mod replay;
mod standing;
mod statement;

pub use answers::{
    CheckOutcome, Cycle, Edge, Ending, GrantedBy, LapseKind, LotBalance, LotNumber, Moment, Pending, PlanState,
    PotBalance, Slice, What,
};
pub use error::LedgerError;
pub use future::{Future, Lapse, Renewal, Walk};
pub use log::Log;
pub use renewals::PastRenewal;
pub use replay::replay;
pub use standing::{Balance, Ledger};
pub use statement::{Lapsed, PotStatement, Statement, cycles, statement, statements};
