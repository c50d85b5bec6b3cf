//! The settings, the book's file and its backups.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::BeforeAfter;

/// How figures and dates are written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Figures {
    /// Between groups of three: `,` `.` ` ` (thin space) `'` or empty.
    pub group: String,
    /// The decimal mark: `.` or `,`.
    pub decimal: String,
    /// From how many digits on figures are grouped: 4 or 5.
    pub group_from: u8,
    /// `mon`, `sun`, `sat`.
    pub first_weekday: String,
    /// Whether times are shown with 24 hours.
    pub clock_24: bool,
}

/// How the window looks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Look {
    /// `system`, `light`, `dark`.
    pub theme: String,
    /// `system`, `more`.
    pub contrast: String,
    /// `normal`, `roomy`.
    pub density: String,
    /// Whether single letters work as keys.
    pub single_keys: bool,
}

/// The settings.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct SettingsView {
    /// The service's name.
    pub service: String,
    /// The unit's name.
    pub unit: String,
    /// Its decimals.
    pub decimals: u8,
    /// The zone.
    pub zone: String,
    /// Every zone's name.
    pub zones: Vec<String>,
    /// Figures; `automatic` when they follow this computer.
    pub figures: Figures,
    /// The chosen format: `automatic`, `6,262.5`, `6.262,5`, `6 262,5`, `6'262.5`, `6262.5`.
    pub figures_choice: String,
    /// The look.
    pub look: Look,
    /// The wanted certainty in per cent, 50 to 99.
    pub certainty: u8,
    /// The book's path.
    pub path: String,
    /// Its size: "1.2 MB".
    pub size: String,
    /// "Last: today, 09:12, checked".
    pub last_backup: String,
    /// The backups, newest first.
    pub backups: Vec<Backup>,
    /// "Runout 0.1.0, SQLite 3.53.2, WebKitGTK 2.50.6".
    pub versions: String,
}

/// A backup.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct Backup {
    /// Its name, which `restore` takes.
    pub name: String,
    /// "Fri 4 Dec, 09:12".
    pub words: String,
    /// "by itself", "by hand", "before an update", "before a restore".
    pub why: String,
    /// "1.2 MB".
    pub size: String,
    /// Whether it was checked and is whole.
    pub checked: bool,
}

/// What restoring a backup would change.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct RestorePreview {
    /// The backup.
    pub name: String,
    /// "Entries", "Left", "Last entry", … now and then.
    pub rows: Vec<BeforeAfter>,
}

/// A changed setting, as typed. Keys: `service`, `unit`, `zone`, `figures`, `first_weekday`, `clock_24`, `theme`,
/// `contrast`, `density`, `single_keys`, `certainty`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Setting {
    /// Which.
    pub key: String,
    /// Its new value.
    pub value: String,
}
