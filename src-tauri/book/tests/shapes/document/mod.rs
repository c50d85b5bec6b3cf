//! The document of terms: out and in again, and what is refused.

mod examples;
mod random;
mod refusals;

use proptest::prelude::*;
use runout_book::terms_document::{read, write};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn terms_that_are_written_are_read_back_as_they_were((decimals, terms) in random::terms()) {
        let text = write(&terms, decimals);
        prop_assert_eq!(read(&text, decimals, chrono_tz::Asia::Tokyo), Ok(terms), "{}", text);
    }
}
