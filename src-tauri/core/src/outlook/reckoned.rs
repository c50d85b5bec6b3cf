//! "How is this reckoned?", in words without jargon.

use super::Outlook;
use crate::forecast::Method;
use crate::words;

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
}

fn days_of_log(days: usize) -> String {
    if days == 1 { "1 day".to_owned() } else { format!("{days} days") }
}
