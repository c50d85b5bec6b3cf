//! The service's document.

use runout_core::credits::Decimals;
use runout_core::facts::Service;
use serde::{Deserialize, Serialize};

use super::amounts::read_zone;
use super::{StoredError, instant_text, read_instant};

/// A credit-metered account.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct StoredService {
    name: String,
    unit: String,
    decimals: u8,
    zone: String,
    start: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    origin: Option<Origin>,
}

/// Where what stands came from, where that is not where the file came from: another book was imported over it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Origin {
    /// Whether its history is made up.
    pub(crate) sample: bool,
    /// What the plan's rules could not say.
    pub(crate) nearest: Option<String>,
}

impl StoredService {
    /// The account, and where its history came from.
    pub(crate) fn with_origin(self, origin: Option<Origin>) -> Self {
        Self { origin, ..self }
    }

    /// What it is called.
    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    /// Where its history came from; none where the file's own row says it.
    pub(crate) const fn origin(&self) -> Option<&Origin> {
        self.origin.as_ref()
    }
}

impl From<&Service> for StoredService {
    fn from(service: &Service) -> Self {
        let Service { name, unit, decimals, zone, start } = service;
        Self {
            name: name.clone(),
            unit: unit.clone(),
            decimals: decimals.places(),
            zone: zone.name().to_owned(),
            start: instant_text(*start),
            origin: None,
        }
    }
}

impl TryFrom<StoredService> for Service {
    type Error = StoredError;

    fn try_from(stored: StoredService) -> Result<Self, StoredError> {
        let StoredService { name, unit, decimals, zone, start, origin: _ } = stored;
        let decimals = Decimals::new(decimals).map_err(|_| StoredError::value(decimals, "0 to 6 decimals"))?;
        Ok(Self { name, unit, decimals, zone: read_zone(&zone)?, start: read_instant(&start)? })
    }
}
