//! The ledger's rules in their plainest form.
