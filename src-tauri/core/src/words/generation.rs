//! What was generated, in words: the action's name and its settings.

use crate::actions::{Action, Key};

/// The settings of a key as the log shows them: "8 s, audio", "refs", "1080p"; empty without any.
///
/// The length comes first, then sound, then the rest by name.
pub fn settings(key: &Key) -> String {
    let of = |name: &str| key.settings.get(name).map(|value| setting(name, value));
    let named = ["seconds", "audio"].into_iter().filter_map(of);
    let rest = key.settings.iter().filter(|(name, _)| !matches!(name.as_str(), "seconds" | "audio"));
    named.chain(rest.map(|(name, value)| setting(name, value))).collect::<Vec<_>>().join(", ")
}

/// One setting in words: "8 s", "audio", "silent", "refs", "3 refs", "styled", "1080p", "seed=7".
pub fn setting(name: &str, value: &str) -> String {
    match (name, value) {
        ("seconds", seconds) => format!("{seconds} s"),
        ("audio", "yes") => "audio".to_owned(),
        ("audio", "no") => "silent".to_owned(),
        ("refs" | "styled", "yes") => name.to_owned(),
        ("refs", number) => format!("{number} refs"),
        ("resolution", resolution) => resolution.to_owned(),
        _ => format!("{name}={value}"),
    }
}

/// The name of a key's action; its id where the catalogue does not know it any more.
pub fn name<'a>(actions: &'a [Action], key: &'a Key) -> &'a str {
    actions.iter().find(|action| action.id == key.action).map_or(key.action.0.as_str(), |action| action.name.as_str())
}

/// The name and the settings: "Veo 3, 8 s, audio".
pub fn title(actions: &[Action], key: &Key) -> String {
    let (name, settings) = (name(actions, key), settings(key));
    if settings.is_empty() { name.to_owned() } else { format!("{name}, {settings}") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::actions::ActionId;

    #[test]
    fn a_key_reads_as_it_was_meant() {
        let settings_of = |pairs: &[(&str, &str)]| Key {
            action: ActionId("veo-3".into()),
            settings: pairs.iter().map(|(name, value)| ((*name).into(), (*value).into())).collect(),
        };
        for (pairs, words) in [
            (&[][..], ""),
            (&[("audio", "yes"), ("seconds", "8")], "8 s, audio"),
            (&[("audio", "no"), ("resolution", "1080p")], "silent, 1080p"),
            (&[("refs", "3"), ("styled", "yes"), ("seed", "7")], "3 refs, seed=7, styled"),
        ] {
            assert_eq!(settings(&settings_of(pairs)), words);
        }
        assert_eq!(title(&[], &settings_of(&[("seconds", "8")])), "veo-3, 8 s");
    }
}
