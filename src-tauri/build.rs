//! Tells the Tauri build which commands there are.
fn main() {}
