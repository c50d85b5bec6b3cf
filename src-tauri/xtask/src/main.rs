//! The developers' door: `cargo xtask run`, `test`, `bench`, `backtest`, `bundle`.
fn main() {}
