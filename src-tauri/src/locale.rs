//! How figures and times are written: as chosen, or as this computer's locale has it.

use runout_book::{FiguresChoice, Settings};
use runout_core::words::{Figures, Group};

use crate::wire;

/// Languages that write `6.262,5`, unless their territory says otherwise.
const DOTS: &[&str] = &[
    "ca", "da", "de", "el", "es", "eu", "fo", "gl", "hr", "id", "is", "it", "mk", "nl", "pt", "ro", "sl", "sq", "sr",
    "tr", "vi",
];

/// Languages that write `6 262,5`.
const SPACES: &[&str] = &[
    "be", "bg", "cs", "et", "fi", "fr", "hu", "hy", "ka", "kk", "lt", "lv", "nb", "nn", "no", "pl", "ru", "sk", "sv",
    "uk",
];

/// Locales that group from five digits on: CLDR's `minimumGroupingDigits` 2.
const FROM_FIVE: &[&str] = &["bg", "es", "hy", "ka", "lv", "pl", "pt_PT"];

/// Spanish-speaking territories that write `6,262.5`.
const SPANISH_WITH_COMMAS: &[&str] = &["DO", "GT", "HN", "MX", "NI", "PA", "PE", "PR", "SV", "US"];

/// Territories whose week begins on Sunday, and on Saturday (CLDR's week data).
const SUNDAY: &[&str] = &[
    "BR", "CA", "CO", "DO", "GT", "HK", "HN", "ID", "IL", "IN", "JM", "JP", "KE", "KR", "MX", "NI", "PA", "PE", "PH",
    "PK", "PR", "PT", "PY", "SA", "SG", "SV", "TH", "TW", "US", "VE", "ZA",
];
const SATURDAY: &[&str] = &["AF", "BH", "DJ", "DZ", "EG", "IQ", "IR", "JO", "KW", "LY", "OM", "QA", "SD", "SY"];

/// Territories whose clocks count to 12.
const TWELVE_HOURS: &[&str] = &["AU", "BD", "CA", "CO", "EG", "IN", "JO", "MY", "NZ", "PH", "PK", "SA", "US"];

/// How this computer writes figures and times: `LC_ALL`, then the category's own variable, then `LANG`.
pub fn automatic() -> wire::Figures {
    let named = |category: &str| {
        let named = ["LC_ALL", category, "LANG"]
            .into_iter()
            .find_map(|name| std::env::var(name).ok().filter(|v| !v.is_empty()));
        named.unwrap_or_default()
    };
    of_locale(&named("LC_NUMERIC"), &named("LC_TIME"))
}

/// How the locales write figures and times; what is not known is written as in English, with 24 hours.
fn of_locale(numeric: &str, time: &str) -> wire::Figures {
    let (language, territory) = parts(numeric);
    let (group, decimal) = marks(language, territory);
    let from_five = FROM_FIVE.contains(&language) && group != Group::Comma
        || FROM_FIVE.contains(&format!("{language}_{territory}").as_str());
    let (_, territory) = parts(time);
    let first_weekday = if SUNDAY.contains(&territory) {
        "sun"
    } else if SATURDAY.contains(&territory) {
        "sat"
    } else {
        "mon"
    };
    wire::Figures {
        group: group.mark().to_owned(),
        decimal: decimal.to_string(),
        group_from: if from_five { 5 } else { 4 },
        first_weekday: first_weekday.to_owned(),
        clock_24: !TWELVE_HOURS.contains(&territory),
    }
}

/// "de" and "CH" of "de_CH.UTF-8@euro".
fn parts(locale: &str) -> (&str, &str) {
    let name = locale.split(['.', '@']).next().unwrap_or_default();
    name.split_once(['_', '-']).unwrap_or((name, ""))
}

fn marks(language: &str, territory: &str) -> (Group, char) {
    match (language, territory) {
        ("de" | "fr" | "it", "CH" | "LI") => (Group::Apostrophe, '.'),
        ("de", "AT") | ("pt", "PT") => (Group::Space, ','),
        ("es", territory) if SPANISH_WITH_COMMAS.contains(&territory) => (Group::Comma, '.'),
        (language, _) if DOTS.contains(&language) => (Group::Dot, ','),
        (language, _) if SPACES.contains(&language) => (Group::Space, ','),
        _ => (Group::Comma, '.'),
    }
}

/// The figures as the book's settings have them.
pub fn chosen(settings: &Settings) -> wire::Figures {
    let (group, decimal) = match settings.figures {
        FiguresChoice::Automatic => return with_settings(automatic(), settings),
        FiguresChoice::CommaPoint => (Group::Comma, '.'),
        FiguresChoice::PointComma => (Group::Dot, ','),
        FiguresChoice::SpaceComma => (Group::Space, ','),
        FiguresChoice::ApostrophePoint => (Group::Apostrophe, '.'),
        FiguresChoice::Plain => (Group::None, '.'),
    };
    let figures =
        wire::Figures { group: group.mark().to_owned(), decimal: decimal.to_string(), group_from: 4, ..automatic() };
    with_settings(figures, settings)
}

fn with_settings(figures: wire::Figures, settings: &Settings) -> wire::Figures {
    let first_weekday = settings.text("first_weekday").unwrap_or_default();
    wire::Figures { first_weekday, clock_24: settings.clock_24, ..figures }
}

/// The same for core, which writes the words.
pub fn for_core(figures: &wire::Figures) -> Figures {
    Figures {
        group: Group::of_mark(&figures.group).unwrap_or_default(),
        decimal: figures.decimal.chars().next().unwrap_or('.'),
        group_from: figures.group_from,
        clock_24: figures.clock_24,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(locale: &str) -> (String, String, u8, String, bool) {
        let figures = of_locale(locale, locale);
        (figures.group, figures.decimal, figures.group_from, figures.first_weekday, figures.clock_24)
    }

    #[test]
    fn figures_follow_the_locale() {
        let is = |group: &str, decimal: &str, from, week: &str, clock_24| {
            (group.to_owned(), decimal.to_owned(), from, week.to_owned(), clock_24)
        };
        assert_eq!(written("en_US.UTF-8"), is(",", ".", 4, "sun", false));
        assert_eq!(written("C.UTF-8"), is(",", ".", 4, "mon", true));
        assert_eq!(written(""), is(",", ".", 4, "mon", true));
        assert_eq!(written("de_DE.UTF-8"), is(".", ",", 4, "mon", true));
        assert_eq!(written("de_CH.UTF-8"), is("'", ".", 4, "mon", true));
        assert_eq!(written("fr_FR@euro"), is("\u{2009}", ",", 4, "mon", true));
        assert_eq!(written("pl_PL"), is("\u{2009}", ",", 5, "mon", true));
        assert_eq!(written("es_ES"), is(".", ",", 5, "mon", true));
        assert_eq!(written("es_MX"), is(",", ".", 4, "sun", true));
    }
}
