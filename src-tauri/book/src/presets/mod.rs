//! Presets: the services and tiers of `data/services.json` as terms to start from. Every value is a default that the
//! user can edit, never a fact about the user's own plan.

mod answers;
mod bought;
mod catalogue;
mod plan;
mod published;

use std::sync::LazyLock;

use runout_core::Day;
use runout_core::credits::{Credits, Decimals};
use runout_core::terms::Money;

pub use answers::{Answers, PresetError};
pub use catalogue::{ltx_actions, price_source};
use published::{Service, Tier};

/// How often a preset grants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PresetCadence {
    /// Once and never again.
    Once,
    /// Each day it fills up.
    Daily,
    /// Each month.
    Monthly,
    /// Each year.
    Yearly,
}

impl PresetCadence {
    /// `once`, `daily`, `monthly`, `yearly`.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Once => "once",
            Self::Daily => "daily",
            Self::Monthly => "monthly",
            Self::Yearly => "yearly",
        }
    }
}

/// A tier of a service.
#[derive(Clone, Debug)]
pub struct Preset {
    /// Its id: `ltx-standard`.
    pub id: String,
    /// The service: "LTX Studio".
    pub service: String,
    /// The tier: "Standard".
    pub tier: String,
    /// The unit: "credits".
    pub unit: String,
    /// The unit's decimals.
    pub decimals: Decimals,
    /// What it grants.
    pub allotment: Credits,
    /// How often.
    pub cadence: PresetCadence,
    /// What of the rules is not known, in a sentence: the terms say the nearest, and a book made from it must tell.
    pub nearest: Option<String>,
    /// What else is known, and how well.
    pub note: Option<String>,
    from: From,
}

/// What was published.
#[derive(Clone, Debug)]
struct From {
    service: Service,
    tier: Tier,
}

static PRESETS: LazyLock<Vec<Preset>> = LazyLock::new(published::presets);

/// Every preset, LTX Studio's first.
pub fn presets() -> &'static [Preset] {
    &PRESETS
}

/// The month up to which the presets were looked up: its first day.
pub fn presets_as_of() -> Day {
    published::as_of()
}

/// The preset with this id.
pub fn preset(id: &str) -> Option<&'static Preset> {
    presets().iter().find(|preset| preset.id.eq_ignore_ascii_case(id.trim()))
}

impl Preset {
    /// What a cycle costs, where it is known.
    pub fn price(&self) -> Option<Money> {
        self.from.tier.price_usd.filter(|usd| *usd > 0).map(plan::dollars)
    }

    /// A monthly plan of a service that is in no list; its allotment is the user's to say.
    pub fn own(service: &str) -> Self {
        let service = Service::own(service);
        let tier = Tier::own();
        published::preset(&service, &tier)
    }
}
