//! The documents of the book: the shapes in which facts and terms are stored, as JSON.
//!
//! The core's types are not serializable on purpose: each shape here is the book's own promise to its older files.
//! Every conversion destructures, so that a new field cannot be forgotten. A changed shape gets a new [`FORM`].

mod action;
mod amounts;
mod entry;
mod forecast;
mod grant;
mod mark;
mod service;
mod spend;
mod terms;
mod times;

pub(crate) use action::StoredAction;
pub(crate) use entry::StoredFact;
pub(crate) use forecast::StoredForecast;
pub(crate) use mark::StoredMark;
pub(crate) use service::{Origin, StoredService};
pub(crate) use terms::StoredTermsVersion;
pub(crate) use times::{from_millis, instant_text, millis, read_day, read_instant};

/// The shape of the bodies that this program writes; it reads the earlier ones too, whose newer parts are left out.
pub(crate) const FORM: i64 = 2;

/// Why a stored document cannot be read back.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StoredError {
    /// Not JSON, or JSON of another shape.
    #[error("{0}")]
    Shape(String),
    /// A value that is not one of those allowed.
    #[error("{value:?} is not {wanted}")]
    Value {
        /// What stood there.
        value: String,
        /// What should have stood there.
        wanted: &'static str,
    },
    /// A shape that only a newer program knows.
    #[error("its form is {0}, which a newer Runout wrote")]
    Newer(i64),
}

impl StoredError {
    pub(crate) fn value(value: impl ToString, wanted: &'static str) -> Self {
        Self::Value { value: value.to_string(), wanted }
    }
}

/// Reads a body of the given form.
pub(crate) fn read<'a, T: serde::Deserialize<'a>>(form: i64, body: &'a str) -> Result<T, StoredError> {
    if !(1..=FORM).contains(&form) {
        return Err(StoredError::Newer(form));
    }
    serde_json::from_str(body).map_err(|error| StoredError::Shape(error.to_string()))
}

/// Writes a body in today's form.
pub(crate) fn write<T: serde::Serialize>(document: &T) -> Result<String, StoredError> {
    serde_json::to_string(document).map_err(|error| StoredError::Shape(error.to_string()))
}
