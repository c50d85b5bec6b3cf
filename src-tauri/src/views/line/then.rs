//! "Then": what becomes of the run-out, were the line saved now.

use runout_core::credits::Credits;
use runout_core::entry::Reading;
use runout_core::forecast::{self, Forecast, ForecastAsk, Planned};
use runout_core::outlook::{Outlook, Text};
use runout_core::{Day, words};

/// While a line is typed fewer replays are enough: what is saved is reckoned in full.
const PATHS: usize = 1_000;

/// What becomes of the run-out; nothing where there is no forecast, or where the line does not touch what is left.
pub(super) fn then(reading: &Reading, outlook: &Outlook<'_>) -> Text {
    let touched = super::leaves::unchanged(reading, outlook).is_none() && !reading.spend.credits.is_zero();
    let Some(before) = outlook.forecast.as_ref().filter(|_| touched && !outlook.is_learning()) else {
        return Text::default();
    };
    if reading.spend.credits >= outlook.ledger.balance() {
        return nothing_left(outlook);
    }
    let Some(after) = with_spend(reading.spend.credits, outlook) else { return Text::default() };
    said(&after, before, outlook)
}

/// "Nothing is left then. The next credits come on Tue 15 Dec."
fn nothing_left(outlook: &Outlook<'_>) -> Text {
    let text = Text::plain("Nothing is left then.");
    match outlook.renewal() {
        Some(renewal) => {
            let day = runout_core::calendar::day_of(renewal, outlook.zone());
            text.say(" The next credits come on ").fact(words::day(day, outlook.today())).say(".")
        }
        None => text.say(" No renewal is due."),
    }
}

/// The forecast with the line's credits gone today, as part of today's habit.
fn with_spend(credits: Credits, outlook: &Outlook<'_>) -> Option<Forecast> {
    let mut habit = outlook.habit.clone();
    #[expect(clippy::cast_precision_loss, reason = "10^15 and below is exact in an f64")]
    let spent = credits.units() as f64;
    habit.spent_today += spent;
    let planned = vec![Planned { day: habit.today, amount: credits, exact: true }];
    forecast::forecast(&habit, &outlook.future, &ForecastAsk { paths: PATHS, planned, ..outlook.ask.clone() })
}

fn said(after: &Forecast, before: &Forecast, outlook: &Outlook<'_>) -> Text {
    let day = |forecast: &Forecast, place: usize| forecast.from + chrono::Days::new(place as u64);
    let named = |day: Day| words::named_day(day, outlook.today());
    let renewal = after.renewal.map(|renewal| runout_core::calendar::day_of(renewal.at, outlook.zone()));
    let ahead = |date: &Day| renewal.is_none_or(|renewal| *date < renewal);
    let early = after.run_out.p10.map(|place| day(after, place)).filter(ahead);
    let middle = after.run_out.p50.map(|place| day(after, place)).filter(ahead);
    let middle_before = before.run_out.p50.map(|place| day(before, place)).filter(ahead);
    match (early, middle, renewal) {
        (Some(early), Some(middle), _) => {
            let text = Text::plain("They may run out ").say(from(early, outlook)).forecast(named(early));
            let text = text.say("; at your recent pace they last to ").forecast(named(middle));
            match middle_before.filter(|before| *before != middle) {
                Some(before) => text.say(format!(", not {}.", named(before))),
                None => text.say("."),
            }
        }
        (Some(early), None, Some(renewal)) => Text::plain("At your recent pace they last to the renewal on ")
            .say(words::day(renewal, outlook.today()))
            .say("; they may run out ")
            .say(from(early, outlook))
            .forecast(named(early))
            .say("."),
        (None, _, Some(renewal)) => {
            Text::plain(format!("They still last to the renewal on {}.", words::day(renewal, outlook.today())))
        }
        (early, ..) => match early {
            Some(early) => Text::plain("They may run out ").say(from(early, outlook)).forecast(named(early)).say("."),
            None => Text::default(),
        },
    }
}

/// "from Sun 6 Dec" is a day on; "today" is no beginning.
fn from(day: Day, outlook: &Outlook<'_>) -> &'static str {
    if day == outlook.today() { "" } else { "from " }
}
