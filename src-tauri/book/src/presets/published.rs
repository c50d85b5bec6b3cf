//! `data/services.json`, as it was published.

use runout_core::Day;
use runout_core::credits::{Credits, Decimals};
use serde::Deserialize;

use super::{From, Preset, PresetCadence};

const SERVICES: &str = include_str!("../../data/services.json");

#[derive(Deserialize)]
struct Services {
    as_of: String,
    services: Vec<Service>,
}

#[derive(Clone, Debug, Deserialize)]
pub(super) struct Service {
    pub(super) name: String,
    pub(super) unit: String,
    decimals: u8,
    #[serde(default)]
    tiers: Vec<Tier>,
    rollover: Option<Rollover>,
    #[serde(default)]
    pub(super) top_ups: Vec<TopUp>,
    pub(super) burn_order: Option<Vec<String>>,
    note: Option<String>,
}

#[derive(Clone, Debug, Deserialize)]
pub(super) struct Tier {
    id: String,
    pub(super) name: String,
    pub(super) price_usd: Option<i64>,
    allotment: i64,
    pub(super) cadence: String,
    rollover: Option<Rollover>,
    pub(super) plus: Option<Plus>,
    pub(super) ceiling_per_month: Option<i64>,
}

/// A second grant beside the tier's own.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Plus {
    pub(super) allotment: i64,
    #[serde(default)]
    pub(super) cadence: String,
    pub(super) ceiling_per_month: Option<i64>,
    /// It comes only when the tier's own grant is used up.
    #[serde(default)]
    pub(super) when_used_up: bool,
}

#[derive(Clone, Debug, Deserialize)]
pub(super) struct TopUp {
    pub(super) price_usd: Option<i64>,
    pub(super) credits: Option<i64>,
    pub(super) bonus: Option<i64>,
    pub(super) expires: Option<String>,
    pub(super) usable: Option<String>,
}

/// What happens to what is left.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
pub(super) enum Rollover {
    /// None.
    Word(Word),
    /// A cap on what is carried.
    Carried { carried_at_most: String },
    /// A bank with a cap.
    Bank { bank_at_most: String },
}

/// A rule that is one word.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Word {
    /// Nothing rolls over.
    None,
}

impl Service {
    pub(super) fn own(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            unit: "credits".to_owned(),
            decimals: 0,
            tiers: Vec::new(),
            rollover: Some(Rollover::Word(Word::None)),
            top_ups: Vec::new(),
            burn_order: None,
            note: None,
        }
    }
}

impl Tier {
    pub(super) fn own() -> Self {
        Self {
            id: "own".to_owned(),
            name: "own plan".to_owned(),
            price_usd: None,
            allotment: 0,
            cadence: "monthly".to_owned(),
            rollover: None,
            plus: None,
            ceiling_per_month: None,
        }
    }
}

/// The first day of the month up to which the file was kept: "2026-11".
pub(super) fn as_of() -> Day {
    let published = serde_json::from_str::<Services>(SERVICES).map(|services| services.as_of).unwrap_or_default();
    Day::parse_from_str(&format!("{published}-01"), "%F").unwrap_or_default()
}

/// Every tier. The file is built in, and a test reads it: a program cannot be built around a broken one.
pub(super) fn presets() -> Vec<Preset> {
    let Ok(published) = serde_json::from_str::<Services>(SERVICES) else { return Vec::new() };
    let tiers = published.services.iter().flat_map(|service| service.tiers.iter().map(move |tier| (service, tier)));
    tiers.map(|(service, tier)| preset(service, tier)).collect()
}

pub(super) fn preset(service: &Service, tier: &Tier) -> Preset {
    let from = From { service: service.clone(), tier: tier.clone() };
    Preset {
        id: tier.id.clone(),
        service: service.name.clone(),
        tier: tier.name.clone(),
        unit: service.unit.clone(),
        decimals: from.decimals(),
        allotment: from.amount(tier.allotment),
        cadence: from.cadence(),
        nearest: from.nearest(),
        note: service.note.clone(),
        from,
    }
}

impl From {
    fn decimals(&self) -> Decimals {
        Decimals::new(self.service.decimals).unwrap_or_default()
    }

    /// An amount in units, in the smallest unit.
    pub(super) fn amount(&self, units: i64) -> Credits {
        Credits::new(units.saturating_mul(self.decimals().scale())).unwrap_or_default()
    }

    fn cadence(&self) -> PresetCadence {
        match self.tier.cadence.as_str() {
            "once" => PresetCadence::Once,
            "monthly" => PresetCadence::Monthly,
            "yearly" => PresetCadence::Yearly,
            _ => PresetCadence::Daily,
        }
    }

    /// The tier's own rule, else the service's.
    pub(super) fn rollover(&self) -> Option<&Rollover> {
        self.tier.rollover.as_ref().or(self.service.rollover.as_ref())
    }

    /// What of the rules is not known, so that the terms say the nearest.
    fn nearest(&self) -> Option<String> {
        (self.is_subscribed() && self.rollover().is_none()).then(|| CARRY_UNKNOWN.to_owned())
    }

    /// Whether it is a plan that one subscribes to: only then are credits sold.
    pub(super) fn is_subscribed(&self) -> bool {
        matches!(self.cadence(), PresetCadence::Monthly | PresetCadence::Yearly)
    }
}

const CARRY_UNKNOWN: &str = "How much rolls over is not known; the terms say that nothing does.";
