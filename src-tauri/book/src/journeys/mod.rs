//! What can be done to a book, one journey a file. Each is one transaction, and one step of undo.

mod actions;
mod add_service;
mod change_terms;
mod check;
mod clock;
pub(crate) mod create;
mod delete;
mod edit;
mod history;
mod judge;
mod keep_forecast;
mod lots;
mod mark;
mod plan_event;
mod refund;
mod remove_service;
mod rename_service;
mod set;
mod settle;
mod spend;
mod top_up;
mod undo;
mod verify;
mod withdraw_terms;

pub(crate) use actions::free_id;
pub use change_terms::TermsFrom;
pub use check::{Because, NewCheck};
pub use create::NewBook;
pub use edit::Edited;
pub(crate) use history::named_from;
pub use history::{HistoryRow, UndoRedo};
pub use plan_event::PlanEvent;
pub(crate) use rename_service::name_is_free_for;
pub use spend::NewSpend;
pub use top_up::NewGrant;
pub use verify::{Problem, Verified};
