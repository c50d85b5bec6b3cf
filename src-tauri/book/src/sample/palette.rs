//! What the made-up creator makes, and what it takes.

use runout_core::actions::{ActionId, Key};

use super::dice::Dice;

/// A kind of generation.
pub(super) struct Made {
    action: &'static str,
    settings: &'static [(&'static str, &'static str)],
    low: i64,
    high: i64,
    /// Up to so many in one line.
    pieces: i64,
}

/// From so many days before now on, Veo 3 with sound takes more: the price change of the sample.
const DEARER_FOR_DAYS: i64 = 140;

const fn made(
    action: &'static str,
    settings: &'static [(&'static str, &'static str)],
    low: i64,
    high: i64,
    pieces: i64,
) -> Made {
    Made { action, settings, low, high, pieces }
}

const TURBO: Made = made("ltxv-turbo", &[("audio", "no"), ("seconds", "3")], 48, 56, 1);
const TURBO_SOUND: Made = made("ltxv-turbo", &[("audio", "yes"), ("seconds", "8")], 150, 190, 1);
const LTXV: Made = made("ltxv", &[("seconds", "5")], 96, 140, 1);
const FAST: Made = made("veo-3-fast", &[("audio", "no"), ("seconds", "8")], 875, 875, 1);
const FAST_SOUND: Made = made("veo-3-fast", &[("audio", "yes"), ("seconds", "8")], 1_750, 1_750, 1);
const VEO: Made = made("veo-3", &[("audio", "yes"), ("seconds", "8")], 5_000, 5_000, 1);
const VEO_2: Made = made("veo-2", &[("seconds", "8")], 900, 900, 1);
const FLUX: Made = made("flux-kontext", &[], 28, 28, 4);
const FLUX_REFS: Made = made("flux-kontext", &[("refs", "2")], 34, 38, 2);
const BANANA: Made = made("nano-banana", &[], 49, 49, 4);
const STYLE: Made = made("image-style", &[], 6, 14, 1);
const STORY: Made = made("storyline", &[], 4, 20, 1);
const ACTOR: Made = made("actor", &[], 1_100, 1_100, 1);

/// What a day of work is made of.
pub(super) const WORK: &[(i64, Made)] = &[
    (20, TURBO),
    (17, TURBO_SOUND),
    (9, LTXV),
    (6, FAST),
    (6, FAST_SOUND),
    (5, VEO),
    (2, VEO_2),
    (12, FLUX),
    (5, FLUX_REFS),
    (10, BANANA),
    (4, STYLE),
    (3, STORY),
    (1, ACTOR),
];

/// What is made while credits are short.
pub(super) const THRIFT: &[(i64, Made)] = &[(6, TURBO), (4, FLUX), (3, BANANA), (2, STYLE), (2, STORY)];

impl Made {
    pub(super) fn key(&self) -> Key {
        let settings = self.settings.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned()));
        Key { action: ActionId(self.action.to_owned()), settings: settings.collect() }
    }

    pub(super) fn count(&self, dice: &mut Dice) -> i64 {
        dice.between(1, self.pieces)
    }

    /// What one piece takes, this many days before now.
    pub(super) fn price(&self, days_ago: i64, dice: &mut Dice) -> i64 {
        let dearer = self.action == VEO.action && days_ago < DEARER_FOR_DAYS;
        if dearer { 5_400 } else { dice.between(self.low, self.high) }
    }

    /// Whether the service sometimes fails to make it.
    pub(super) fn is_clip(&self) -> bool {
        self.action.starts_with("veo") || self.action.starts_with("ltxv")
    }
}
