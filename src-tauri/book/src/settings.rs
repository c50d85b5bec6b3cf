//! The settings that travel with the book.

use crate::error::Refused;

/// How figures are grouped and what their decimal mark is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FiguresChoice {
    /// As this computer does.
    #[default]
    Automatic,
    /// `6,262.5`
    CommaPoint,
    /// `6.262,5`
    PointComma,
    /// `6 262,5`
    SpaceComma,
    /// `6'262.5`
    ApostrophePoint,
    /// `6262.5`
    Plain,
}

/// The day on which weeks begin.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FirstWeekday {
    /// Monday.
    #[default]
    Monday,
    /// Sunday.
    Sunday,
    /// Saturday.
    Saturday,
}

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As this computer does.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// How strong lines and words are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Contrast {
    /// As this computer does.
    #[default]
    System,
    /// Stronger.
    More,
}

/// How close rows are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Density {
    /// As drawn.
    #[default]
    Normal,
    /// Further apart.
    Roomy,
}

/// Every setting, at its default where nothing was chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settings {
    /// Grouping and decimal mark.
    pub figures: FiguresChoice,
    /// The first day of a week.
    pub first_weekday: FirstWeekday,
    /// Whether times are shown with 24 hours.
    pub clock_24: bool,
    /// Light or dark.
    pub theme: Theme,
    /// Contrast.
    pub contrast: Contrast,
    /// Density.
    pub density: Density,
    /// Whether single letters work as keys.
    pub single_keys: bool,
    /// The wanted certainty in per cent, 50 to 99.
    pub certainty: u8,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            figures: FiguresChoice::default(),
            first_weekday: FirstWeekday::default(),
            clock_24: true,
            theme: Theme::default(),
            contrast: Contrast::default(),
            density: Density::default(),
            single_keys: true,
            certainty: 90,
        }
    }
}

/// A value and the word that it is stored and typed as.
type Words<T> = &'static [(&'static str, T)];

const FIGURES: Words<FiguresChoice> = &[
    ("automatic", FiguresChoice::Automatic),
    ("6,262.5", FiguresChoice::CommaPoint),
    ("6.262,5", FiguresChoice::PointComma),
    ("6 262,5", FiguresChoice::SpaceComma),
    ("6'262.5", FiguresChoice::ApostrophePoint),
    ("6262.5", FiguresChoice::Plain),
];
const WEEKDAYS: Words<FirstWeekday> =
    &[("mon", FirstWeekday::Monday), ("sun", FirstWeekday::Sunday), ("sat", FirstWeekday::Saturday)];
const THEMES: Words<Theme> = &[("system", Theme::System), ("light", Theme::Light), ("dark", Theme::Dark)];
const CONTRASTS: Words<Contrast> = &[("system", Contrast::System), ("more", Contrast::More)];
const DENSITIES: Words<Density> = &[("normal", Density::Normal), ("roomy", Density::Roomy)];
const YES_NO: Words<bool> = &[("true", true), ("false", false), ("yes", true), ("no", false)];

impl Settings {
    /// The keys, as they are typed and stored.
    pub const KEYS: [&'static str; 8] =
        ["figures", "first_weekday", "clock_24", "theme", "contrast", "density", "single_keys", "certainty"];

    /// A setting's value as text.
    pub fn text(&self, key: &str) -> Option<String> {
        Some(match key {
            "figures" => word(FIGURES, self.figures),
            "first_weekday" => word(WEEKDAYS, self.first_weekday),
            "clock_24" => word(YES_NO, self.clock_24),
            "theme" => word(THEMES, self.theme),
            "contrast" => word(CONTRASTS, self.contrast),
            "density" => word(DENSITIES, self.density),
            "single_keys" => word(YES_NO, self.single_keys),
            "certainty" => self.certainty.to_string(),
            _ => return None,
        })
    }

    /// The settings with one of them changed.
    ///
    /// # Errors
    /// [`Refused::NoSuchSetting`], [`Refused::BadSetting`].
    pub fn with(mut self, key: &str, value: &str) -> Result<Self, Refused> {
        let value = value.trim();
        match key {
            "figures" => {
                let allowed = "automatic, 6,262.5, 6.262,5, 6 262,5, 6'262.5 or 6262.5";
                self.figures = read(FIGURES, "figures", allowed, &value.replace(['\u{2009}', '\u{202f}'], " "))?;
            }
            "first_weekday" => self.first_weekday = read(WEEKDAYS, "first_weekday", "mon, sun or sat", value)?,
            "clock_24" => self.clock_24 = read(YES_NO, "clock_24", "yes or no", value)?,
            "theme" => self.theme = read(THEMES, "theme", "system, light or dark", value)?,
            "contrast" => self.contrast = read(CONTRASTS, "contrast", "system or more", value)?,
            "density" => self.density = read(DENSITIES, "density", "normal or roomy", value)?,
            "single_keys" => self.single_keys = read(YES_NO, "single_keys", "yes or no", value)?,
            "certainty" => self.certainty = certainty(value)?,
            _ => return Err(Refused::NoSuchSetting(key.to_owned())),
        }
        Ok(self)
    }
}

fn word<T: Copy + PartialEq>(words: Words<T>, value: T) -> String {
    words.iter().find(|(_, one)| *one == value).map_or_else(String::new, |(word, _)| (*word).to_owned())
}

fn read<T: Copy>(words: Words<T>, key: &'static str, allowed: &'static str, value: &str) -> Result<T, Refused> {
    let found = words.iter().find(|(word, _)| word.eq_ignore_ascii_case(value));
    found.map(|(_, value)| *value).ok_or(Refused::BadSetting { key, allowed })
}

fn certainty(value: &str) -> Result<u8, Refused> {
    let percent = value.trim_end_matches('%').trim_end().parse().ok().filter(|percent| (50..=99).contains(percent));
    percent.ok_or(Refused::BadSetting { key: "certainty", allowed: "50 to 99 per cent" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_reads_back_what_it_wrote() {
        let settings = Settings { certainty: 75, theme: Theme::Dark, ..Settings::default() };
        for key in Settings::KEYS {
            let text = settings.text(key).unwrap();
            assert_eq!(settings.with(key, &text), Ok(settings), "{key} = {text}");
        }
    }

    #[test]
    fn a_value_that_cannot_be_is_refused_with_what_can_be() {
        for (key, value) in [("theme", "pink"), ("certainty", "100"), ("certainty", "49"), ("clock_24", "")] {
            assert!(matches!(Settings::default().with(key, value), Err(Refused::BadSetting { .. })), "{key} = {value}");
        }
        assert_eq!(Settings::default().with("colour", "red"), Err(Refused::NoSuchSetting("colour".to_owned())));
    }
}
