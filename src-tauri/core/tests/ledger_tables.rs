//! Hand-worked cases of one LTX Studio account: what a person would reckon with pencil and paper.

#![expect(clippy::expect_used, reason = "a test may stop where it cannot go on")]

#[path = "ledger_tables/carry.rs"]
mod carry;
#[path = "ledger_tables/changes.rs"]
mod changes;
#[path = "ledger_tables/checks.rs"]
mod checks;
#[path = "ledger_tables/desk.rs"]
mod desk;
#[path = "ledger_tables/limits.rs"]
mod limits;
#[path = "ledger_tables/months.rs"]
mod months;
#[path = "ledger_tables/overdrafts.rs"]
mod overdrafts;
#[path = "ledger_tables/plan.rs"]
mod plan;
#[path = "ledger_tables/pots.rs"]
mod pots;
#[path = "ledger_tables/refunds.rs"]
mod refunds;
#[path = "ledger_tables/schedule.rs"]
mod schedule;
#[path = "ledger_tables/triggers.rs"]
mod triggers;
#[path = "ledger_tables/turns.rs"]
mod turns;
