//! A kept forecast's document.

use serde::{Deserialize, Serialize};

use super::{StoredError, instant_text, read_day, read_instant};
use crate::kept::{KeptForecast, Quantiles};

/// What a day's forecast said.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct StoredForecast {
    left: i64,
    renewal: Option<String>,
    run_out: StoredQuantiles<String>,
    left_at_renewal: Option<StoredQuantiles<i64>>,
    chance_before_renewal: Option<f64>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredQuantiles<T> {
    p10: Option<T>,
    p50: Option<T>,
    p90: Option<T>,
}

impl From<&KeptForecast> for StoredForecast {
    fn from(kept: &KeptForecast) -> Self {
        let KeptForecast { day: _, at: _, left, renewal, run_out, left_at_renewal, chance_before_renewal } = kept;
        Self {
            left: *left,
            renewal: renewal.map(instant_text),
            run_out: StoredQuantiles {
                p10: run_out.p10.map(|day| day.to_string()),
                p50: run_out.p50.map(|day| day.to_string()),
                p90: run_out.p90.map(|day| day.to_string()),
            },
            left_at_renewal: left_at_renewal.map(|Quantiles { p10, p50, p90 }| StoredQuantiles { p10, p50, p90 }),
            chance_before_renewal: *chance_before_renewal,
        }
    }
}

impl StoredForecast {
    /// The forecast that was kept on this day.
    pub(crate) fn kept(self, day: runout_core::Day, at: runout_core::Instant) -> Result<KeptForecast, StoredError> {
        let Self { left, renewal, run_out: StoredQuantiles { p10, p50, p90 }, left_at_renewal, chance_before_renewal } =
            self;
        let read = |text: Option<String>| text.as_deref().map(read_day).transpose();
        Ok(KeptForecast {
            day,
            at,
            left,
            renewal: renewal.as_deref().map(read_instant).transpose()?,
            run_out: Quantiles { p10: read(p10)?, p50: read(p50)?, p90: read(p90)? },
            left_at_renewal: left_at_renewal.map(|StoredQuantiles { p10, p50, p90 }| Quantiles { p10, p50, p90 }),
            chance_before_renewal,
        })
    }
}
