//! What the surfaces show, made from what core and book say: whole views, written once.

pub mod check;
pub mod csv;
pub mod entry_desk;
pub mod first_run;
pub mod frame;
pub mod line;
pub mod log;
pub mod pen;
pub mod plan;
pub mod pot;
pub mod prices;
pub mod promised;
pub mod refunds;
pub mod services;
pub mod settings;
pub mod statement;
#[cfg(test)]
mod story;
pub mod terms;
pub mod titles;
pub mod today;
