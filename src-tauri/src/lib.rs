//! The shell: the only room that knows Tauri, tokio, clap, the clock and the folders.

pub mod cli;
pub mod clock;
pub mod commands;
pub mod desk;
pub mod desktop;
pub mod folders;
pub mod locale;
pub mod lock;
pub mod plain;
pub mod refusal;
pub mod views;
pub mod wire;
