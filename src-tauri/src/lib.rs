//! The shell: the only room that knows Tauri, tokio, clap, the clock and the folders.

pub mod commands;
pub mod wire;
