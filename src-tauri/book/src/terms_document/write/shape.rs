//! The fields of a document, in the order in which they are written.

use serde::Serialize;

/// The terms as a plain document, with the fields of the TOML.
#[derive(Debug, Serialize)]
pub struct TermsDocument {
    pub(super) name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) price: Option<String>,
    pub(super) overdrawn: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) billed_at_most: Option<Number>,
    pub(super) within_rank: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) pause: Option<&'static str>,
    pub(super) pots: Vec<Pot>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) top_ups: Option<TopUps>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) auto_refill: Option<Refill>,
}

#[derive(Debug, Serialize)]
pub(super) struct Pot {
    pub(super) name: String,
    pub(super) rank: u16,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) pays_only: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) while_lapsed: Option<&'static str>,
    pub(super) carry: CarryRule,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) grant: Option<Grant>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) day_limit: Option<Limit>,
}

#[derive(Debug, Serialize)]
pub(super) struct Grant {
    pub(super) amount: Number,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) every: Option<String>,
    #[serde(flatten)]
    pub(super) clock: Option<Clock>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) first_use: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) mode: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) when_empty: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) scale: Vec<Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) ceiling: Option<Limit>,
}

/// A rule's own clock.
#[derive(Debug, Serialize)]
pub(super) struct Clock {
    pub(super) anchor: String,
    pub(super) zone: &'static str,
}

/// A ceiling, or without a cycle a limit for each day.
#[derive(Debug, Serialize)]
pub(super) struct Limit {
    pub(super) amount: Number,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) every: Option<String>,
    #[serde(flatten)]
    pub(super) clock: Clock,
}

/// A rule of one word, or its parts.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub(super) enum CarryRule {
    Word(&'static str),
    Parts(CarryParts),
}

#[derive(Debug, Serialize)]
pub(super) struct CarryParts {
    pub(super) kept: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) share: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) at_most: Option<Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) total_at_most: Option<Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) bank: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) bank_at_most: Option<Number>,
}

#[derive(Debug, Serialize)]
pub(super) struct TopUps {
    pub(super) pot: String,
    pub(super) life: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) packs: Vec<PackForSale>,
}

#[derive(Debug, Serialize)]
pub(super) struct PackForSale {
    pub(super) name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) price: Option<String>,
    pub(super) parts: Vec<Part>,
}

#[derive(Debug, Serialize)]
pub(super) struct Part {
    pub(super) amount: Number,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) pot: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) life: Option<String>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub(super) bonus: bool,
}

#[derive(Debug, Serialize)]
pub(super) struct Refill {
    pub(super) below: Number,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) counts: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) buys: Option<Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) up_to: Option<Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) at_most: Option<Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) price: Option<String>,
    pub(super) pot: String,
    pub(super) life: String,
}

/// A number in the service's unit, whole where the unit is; or a phrase where a number can stand.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub(super) enum Number {
    Whole(i64),
    Parts(f64),
    Phrase(String),
}
