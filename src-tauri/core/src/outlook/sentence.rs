//! The first two lines of Today: the figure that is left, until when it lasts, and how sure that is.

use super::{Outlook, Text};
use crate::credits::Credits;
use crate::forecast::Forecast;
use crate::words;
use crate::{Day, Instant};

/// The sentence, the line under it, and what stands beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// "6,262 left. They may run out from Sun 6 Dec; …"
    pub first: Text,
    /// "55 % chance that they run out before Tue 15 Dec"
    pub second: Text,
    /// "learning, 3 of 7 days"
    pub learning: Option<String>,
    /// What to do about what is overdrawn.
    pub note: Option<String>,
}

impl Sentence {
    fn of(first: Text, second: Text) -> Self {
        Self { first, second, learning: None, note: None }
    }
}

impl Outlook<'_> {
    /// The sentence, case by case. It never shows a date alone.
    pub fn sentence(&self) -> Sentence {
        let sentence = self.sentence_alone();
        let Some(late) = self.ledger.late_renewals().first().map(|late| self.day(self.day_of(*late))) else {
            return sentence;
        };
        let late = format!(" The renewal of {late} has not come yet; it may come at any time.");
        Sentence { second: sentence.second.say(late), ..sentence }
    }

    fn sentence_alone(&self) -> Sentence {
        let left = self.ledger.left();
        if self.ledger.overdrawn() > Credits::ZERO {
            return self.overdrawn();
        }
        if left.is_zero() {
            return self.nothing_left();
        }
        let Some(forecast) = self.forecast.as_ref().filter(|_| !self.is_unlogged()) else { return self.no_log_yet() };
        if self.typical_spend().is_some_and(|typical| left < typical) {
            return self.next_generation();
        }
        if let Some(end) = self.ends_first(forecast) {
            return self.end_first(end);
        }
        if self.is_learning() {
            return self.learning(forecast);
        }
        let Some(renewal) = self.renewal() else { return self.no_renewal(forecast) };
        match forecast.chance_before_renewal {
            None => self.beyond(forecast),
            Some(chance) if chance >= 0.5 => self.may_run_out(forecast, renewal, chance),
            Some(chance) if chance > 0.05 => self.may_last(forecast, renewal, chance),
            Some(_) => self.lasts(forecast, renewal),
        }
    }

    fn left_text(&self) -> Text {
        Text::default().fact(format!("{} left.", self.exact(self.ledger.left())))
    }

    /// The lead of the two cases in which nothing is left: when credits come again.
    fn next_credits(&self, text: Text) -> Text {
        let Some(next) = self.next_credits_at() else { return text.say(" No renewal is due.") };
        let day = self.day_of(next);
        let distance = words::distance(day, self.today());
        let text = text.say(" The next credits come on ").fact(self.day(day));
        if distance.starts_with("in ") { text.say(format!(", {distance}.")) } else { text.say(".") }
    }

    fn overdrawn(&self) -> Sentence {
        let beyond = format!("{} logged beyond it", self.exact(self.ledger.overdrawn()));
        let left = format!("{} left", self.exact(self.ledger.left()));
        let first = Text::default().fact(left).say(", and ").then(super::Mark::Trouble, beyond).say(".");
        let note = format!(
            "{} cannot have let you spend more than it had. A spend may stand twice, a refund may be missing, or a \
             figure is too high. What its own counter shows settles it.",
            self.facts.service.name
        );
        Sentence { note: Some(note), ..Sentence::of(self.next_credits(first), Text::default()) }
    }

    fn nothing_left(&self) -> Sentence {
        let since = self.ledger.moments().iter().rev().take_while(|moment| moment.left.is_zero()).last();
        let quiet = "Days without credits do not count as quiet days.";
        let second = since.map(|moment| format!("It ran out on {}. {quiet}", self.day(self.day_of(moment.at))));
        Sentence::of(self.next_credits(self.left_text()), Text::plain(second.unwrap_or_else(|| quiet.to_owned())))
    }

    fn no_log_yet(&self) -> Sentence {
        let second = Text::plain("Log what you make, and this line will say how long they last.");
        let first = match self.renewal().zip(self.even_pace()) {
            Some((renewal, pace)) => {
                let lead = format!(" An even pace to the renewal on {} is ", self.day(self.day_of(renewal)));
                self.left_text().say(lead).forecast(format!("{} a day", self.exact(pace))).say(".")
            }
            None => {
                let left = format!("{} left", self.exact(self.ledger.left()));
                Text::default().fact(left).say(", and no renewal.")
            }
        };
        Sentence::of(first, second)
    }

    fn next_generation(&self) -> Sentence {
        let (enough, short) = self.enough_for();
        let days = self.renewal().map(|renewal| (self.day_of(renewal) - self.today()).num_days());
        let until = match days {
            Some(1) => "1 day to the renewal.".to_owned(),
            Some(days) => format!("{days} days to the renewal."),
            None => "No renewal is due.".to_owned(),
        };
        let second = short.map_or(until.clone(), |name| format!("The next {name} is not covered. {until}"));
        Sentence::of(self.left_text().say(format!(" {enough}")), Text::plain(second))
    }

    fn learning(&self, forecast: &Forecast) -> Sentence {
        let days = self.habit.days.len();
        let log = if days == 1 { "1 day".to_owned() } else { format!("{days} days") };
        let text = self.left_text().say(format!(" By your plan and {log} of log they "));
        let renewal = self.renewal().map(|at| self.day_of(at));
        let early = forecast.run_out.p10.map(|place| self.forecast_day(place));
        let early = early.filter(|day| renewal.is_none_or(|renewal| *day < renewal));
        let first = match (early, renewal) {
            (Some(early), Some(renewal)) => {
                let or = format!(", or reach the renewal on {}.", self.day(renewal));
                text.say("may run out from ").forecast(self.named(early)).say(or)
            }
            (Some(early), None) => text.say("may run out from ").forecast(self.named(early)).say("."),
            (None, Some(renewal)) => text.say(format!("last to the renewal on {}.", self.day(renewal))),
            (None, None) => text.say(format!("last beyond {}.", self.day(self.horizon(forecast)))),
        };
        let share = (forecast.basis.typical_share * 100.0).round();
        let second = Text::plain(format!("{share:.0} % of this is a typical person on your plan."));
        Sentence { learning: Some(format!("learning, {days} of 7 days")), ..Sentence::of(first, second) }
    }

    /// They end before they run out: what they are good for is the time until then.
    fn end_first(&self, end: Instant) -> Sentence {
        let left = format!("{} left", self.exact(self.ledger.left()));
        let end = words::end(end, self.zone(), self.today(), &self.figures);
        let first = Text::default().fact(left).say(", and no renewal. They end ").fact(end).say(".");
        let second = match self.next_lapse().filter(|lapse| lapse.mean > Credits::ZERO) {
            Some(lapse) => Text::plain("At your recent pace ")
                .then(super::Mark::Lapse, format!("{} will lapse", self.estimate(lapse.mean)))
                .say(format!(" on {}.", self.day(self.day_of(lapse.at)))),
            None => Text::plain("At your recent pace nothing of them lapses."),
        };
        Sentence::of(first, second)
    }

    fn no_renewal(&self, forecast: &Forecast) -> Sentence {
        let left = format!("{} left", self.exact(self.ledger.left()));
        let text = Text::default().fact(left).say(", and no renewal. At your recent pace they last ");
        let first = match forecast.run_out.p50 {
            Some(place) => text.say("to ").forecast(self.named(self.forecast_day(place))).say("."),
            None => text.say("beyond ").forecast(self.day(self.horizon(forecast))).say("."),
        };
        let early = forecast.run_out.p10.map(|place| self.forecast_day(place));
        let late = forecast.run_out.p90.map(|place| self.forecast_day(place));
        let second = match (early, late) {
            (Some(early), Some(late)) => Text::plain(format!("8 in 10: {}.", self.between(early, late))),
            (Some(early), None) => Text::plain(format!("They may run out from {} on.", self.named(early))),
            _ => Text::plain("Less than 10 % chance that they run out before that."),
        };
        Sentence::of(first, second)
    }

    fn beyond(&self, forecast: &Forecast) -> Sentence {
        let horizon = self.day(self.horizon(forecast));
        let early = forecast.run_out.p10.map(|place| self.forecast_day(place));
        let text = self.left_text().say(" At your recent pace they last ");
        let first = match forecast.run_out.p50 {
            Some(place) => text.say("to ").forecast(self.named(self.forecast_day(place))).say("."),
            None => text.say("beyond ").forecast(horizon.clone()).say("."),
        };
        let second = early.map_or_else(
            || format!("Less than 10 % chance that they run out before {horizon}."),
            |day| format!("They may run out from {} on.", self.named(day)),
        );
        Sentence::of(first, Text::plain(second))
    }

    fn may_run_out(&self, forecast: &Forecast, renewal: Instant, chance: f64) -> Sentence {
        let (renewal, out) = (self.day_of(renewal), &forecast.run_out);
        let middle = out.p50.map(|place| self.forecast_day(place));
        let early = out.p10.map(|place| self.forecast_day(place)).or(middle);
        let mut first = self.left_text();
        if let Some(early) = early {
            first = first.say(" They may run out from ").forecast(self.named(early));
        }
        if let Some(middle) = middle {
            let before = days_before((renewal - middle).num_days());
            first = first.say("; at your recent pace they last to ").forecast(self.named(middle)).say(before);
        }
        let mut second = likely(chance).say(format!(" that they run out before {}", self.day(renewal)));
        let late = out.p90.map(|place| self.forecast_day(place)).filter(|late| *late < renewal);
        if let Some((early, late)) = early.zip(late) {
            second = second.say(format!("; 8 in 10: {}", self.between(early, late)));
        }
        Sentence::of(first.say("."), second)
    }

    fn may_last(&self, forecast: &Forecast, renewal: Instant, chance: f64) -> Sentence {
        let renewal = self.day_of(renewal);
        let first = self.left_text().say(" At your recent pace they last to the renewal on ");
        let early = forecast.run_out.p10.map(|place| self.forecast_day(place)).filter(|early| *early < renewal);
        let second = likely(chance).say(" that they run out before");
        let second = match early {
            Some(early) => second.say(", from ").forecast(self.named(early)).say(" on."),
            None => second.say("."),
        };
        Sentence::of(first.fact(self.day(renewal)).say("."), second)
    }

    fn lasts(&self, forecast: &Forecast, renewal: Instant) -> Sentence {
        let first = self.left_text().say(format!(" They last to the renewal on {}", self.day(self.day_of(renewal))));
        let first = match self.next_lapse().filter(|lapse| lapse.mean > Credits::ZERO && lapse.at <= renewal) {
            Some(lapse) => {
                let will = format!("{} will lapse", self.estimate(lapse.mean));
                first.say(", and ").then(super::Mark::Lapse, will).say(" then.")
            }
            None => first.say("."),
        };
        let second = match forecast.safe_per_day.filter(|safe| *safe > Credits::ZERO) {
            Some(safe) => {
                let safe = format!("{} a day", self.estimate(safe));
                Text::plain("Up to ").forecast(safe).say(" would still reach it.")
            }
            None => Text::plain("Less than 5 % chance that they run out before."),
        };
        Sentence::of(first, second)
    }

    /// The first day that is not forecast any more.
    pub(crate) fn horizon(&self, forecast: &Forecast) -> Day {
        self.forecast_day(forecast.days)
    }

    /// "Sun 6 to Mon 14 Dec", "Sat 19 Dec to Sun 14 Feb".
    fn between(&self, early: Day, late: Day) -> String {
        use chrono::Datelike;
        if early == late {
            return self.day(early);
        }
        let same_month = (early.year(), early.month()) == (late.year(), late.month());
        let from = if same_month { early.format("%a %-d").to_string() } else { self.day(early) };
        format!("{from} to {}", self.day(late))
    }
}

fn days_before(days: i64) -> String {
    match days {
        ..=0 => String::new(),
        1 => ", the day before the renewal".to_owned(),
        days => format!(", {days} days before the renewal"),
    }
}

/// "55 % chance", "Almost certain": before "that they run out".
fn likely(chance: f64) -> Text {
    match words::chance(chance).as_str() {
        "almost certain" => Text::default().forecast("Almost certain"),
        chance => Text::default().forecast(words::capital(chance)).say(" chance"),
    }
}
