//! The settings, the book's file and its backups.

use runout_book::Settings;
use runout_core::facts::Service;

use super::first_run::zones;
use super::frame;
use crate::wire::{Backup, Figures, SettingsView};

/// What lies on the disk.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Files {
    /// The book's path.
    pub path: String,
    /// Its size: "1.2 MB".
    pub size: String,
    /// "Last: today, 09:12, checked".
    pub last_backup: String,
    /// The backups, newest first.
    pub backups: Vec<Backup>,
}

/// The settings of a book; none of its service's where it cannot be opened.
pub fn settings(service: Option<&Service>, settings: &Settings, figures: Figures, files: Files) -> SettingsView {
    SettingsView {
        service: service.map(|service| service.name.clone()).unwrap_or_default(),
        unit: service.map(|service| service.unit.clone()).unwrap_or_default(),
        decimals: service.map_or(0, |service| service.decimals.places()),
        zone: service.map(|service| service.zone.name().to_owned()).unwrap_or_default(),
        zones: zones(),
        figures,
        figures_choice: settings.text("figures").unwrap_or_default(),
        look: frame::look(settings),
        certainty: settings.certainty,
        path: files.path,
        size: files.size,
        last_backup: files.last_backup,
        backups: files.backups,
        versions: versions(),
    }
}

/// "Runout 0.1.0, SQLite 3.53.2, WebKitGTK 2.50.6"
fn versions() -> String {
    let web = tauri::webview_version().map(|version| format!(", web view {version}")).unwrap_or_default();
    format!("Runout {}, SQLite {}{web}", env!("CARGO_PKG_VERSION"), runout_book::sqlite_version())
}

/// "640 kB", "1.2 MB".
pub fn size(bytes: u64) -> String {
    #[expect(clippy::cast_precision_loss, reason = "a file's size is shown with two digits")]
    let bytes = bytes as f64;
    if bytes < 1_000_000.0 {
        format!("{:.0} kB", (bytes / 1_000.0).ceil())
    } else {
        format!("{:.1} MB", bytes / 1_000_000.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_read_at_a_glance() {
        assert_eq!((size(0), size(1_200), size(1_249_000)), ("0 kB".into(), "2 kB".into(), "1.2 MB".into()));
    }
}
