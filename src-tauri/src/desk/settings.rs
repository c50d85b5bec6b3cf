//! The settings, and where the book lies.

use runout_book::Settings;

use super::Desk;
use super::told::Told;
use crate::locale;
use crate::views::settings::settings;
use crate::wire::{Refusal, Setting, SettingsView};

impl Desk {
    /// Changes a setting, as typed.
    ///
    /// # Errors
    /// What the journey refuses.
    pub fn set(&mut self, setting: &Setting) -> Result<Told, Refusal> {
        Ok(Self::tell(&self.change(|book, now| book.set(&setting.key, &setting.value, now))?))
    }

    /// The settings; where the book cannot be opened, its place and its backups.
    pub(super) fn settings(&self) -> SettingsView {
        let files = self.files();
        match self.book() {
            Ok(book) => {
                let chosen = book.settings();
                settings(Some(&book.facts().service), chosen, locale::chosen(chosen), files)
            }
            Err(_) => settings(None, &Settings::default(), locale::automatic(), files),
        }
    }
}
