//! Amounts, money, zones and pots, as numbers and text.

use runout_core::Zone;
use runout_core::credits::Credits;
use runout_core::terms::Money;
use serde::{Deserialize, Serialize};

use super::StoredError;

pub(super) fn read_credits(units: i64) -> Result<Credits, StoredError> {
    Credits::new(units).map_err(|_| StoredError::value(units, "an amount within 10^15 of the smallest unit"))
}

pub(super) fn read_zone(text: &str) -> Result<Zone, StoredError> {
    text.parse().map_err(|_| StoredError::value(text, "a time zone like Europe/Berlin"))
}

/// An amount of money.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct StoredMoney {
    currency: String,
    cents: i64,
}

impl From<Money> for StoredMoney {
    fn from(money: Money) -> Self {
        let Money { currency, cents } = money;
        Self { currency: currency.iter().copied().map(char::from).collect(), cents }
    }
}

impl TryFrom<StoredMoney> for Money {
    type Error = StoredError;

    fn try_from(stored: StoredMoney) -> Result<Self, StoredError> {
        let StoredMoney { currency, cents } = stored;
        match <[u8; 3]>::try_from(currency.as_bytes()) {
            Ok(code) if code.iter().all(u8::is_ascii_uppercase) => Ok(Self { currency: code, cents }),
            _ => Err(StoredError::value(currency, "a currency like EUR")),
        }
    }
}
