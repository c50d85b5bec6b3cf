//! Chances in words.

/// A probability in steps of 5 %: "less than 5 %", "55 %", "almost certain" above 95 %.
pub fn chance(probability: f64) -> String {
    if probability > 0.95 {
        return "almost certain".to_owned();
    }
    // Not below 5 % also for a value that is no number: it is not known to be more.
    if probability.is_nan() || probability < 0.05 {
        return "less than 5 %".to_owned();
    }
    format!("{:.0} %", (probability * 20.0).round() * 5.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chances_come_in_steps_of_five_per_cent() {
        for (probability, words) in [
            (0.0, "less than 5 %"),
            (0.049, "less than 5 %"),
            (0.05, "5 %"),
            (0.552, "55 %"),
            (0.95, "95 %"),
            (0.951, "almost certain"),
            (1.0, "almost certain"),
            (f64::NAN, "less than 5 %"),
        ] {
            assert_eq!(chance(probability), words);
        }
    }
}
