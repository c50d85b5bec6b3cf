//! "How is this reckoned?", in words without jargon.

use super::Outlook;
use crate::forecast::Method;
use crate::grade::{Grade, KeptLeft, grade, plain_rate};
use crate::words;

/// Beyond this no burn rate names a day.
const MOST_DAYS: f64 = 400.0;

impl Outlook<'_> {
    /// Where the forecast comes from, in paragraphs.
    pub fn reckoned(&self) -> Vec<String> {
        let Some(forecast) = &self.forecast else {
            return vec!["Nothing was logged yet, and no plan renews: there is nothing to reckon with.".to_owned()];
        };
        let basis = &forecast.basis;
        let mut paragraphs = vec![match basis.method {
            Method::Replay => "We replayed your own days 2,000 times, recent weeks more often, weekdays in their \
                               place, and let the pace vary as much as it has been uncertain so far."
                .to_owned(),
            Method::Plan => {
                "Nothing was logged yet: this is a typical person on your plan, replayed 2,000 times.".to_owned()
            }
        }];
        let share = (basis.typical_share * 100.0).round();
        if basis.method == Method::Replay && share >= 1.0 {
            let days = days_of_log(basis.days);
            paragraphs
                .push(format!("With {days} logged, {share:.0} % of each replay is a typical person on your plan."));
        }
        let spends = match basis.spends {
            1 => "1 spend".to_owned(),
            spends => format!("{} spends", words::count(spends.into(), &self.figures)),
        };
        paragraphs.push(format!("Basis: {}, {spends}.", days_of_log(basis.days)));
        paragraphs
    }

    /// How the forecasts that were kept did; none while there are not two to speak of.
    ///
    /// "Of your last 6 forecasts, a week apart, 5 were within their range; 5 were nearer than the plain burn rate."
    pub fn graded(&self, kept: &[KeptLeft]) -> Option<String> {
        let grade = grade(kept, self.facts, &self.ledger);
        let Grade { of, inside, nearer } = grade;
        let was = |count: u32| if count == 1 { "1 was".to_owned() } else { format!("{count} were") };
        let words = format!(
            "Of your last {of} forecasts, a week apart, {} within their range; {} nearer than the plain burn rate.",
            was(inside),
            was(nearer)
        );
        let plain = grade.plain_is_better().then(|| self.plain_words()).flatten().unwrap_or_default();
        (of >= 2).then_some(words + &plain)
    }

    /// " That one says that they last to Sat 12 Dec."
    fn plain_words(&self) -> Option<String> {
        let rate = plain_rate(self.facts, self.now);
        let days = self.ledger.left().units() as f64 / rate;
        let days = (days < MOST_DAYS).then(|| chrono::Days::new(days as u64))?;
        Some(format!(" That one says that they last to {}.", self.named(self.today() + days)))
    }
}

fn days_of_log(days: usize) -> String {
    if days == 1 { "1 day".to_owned() } else { format!("{days} days") }
}
