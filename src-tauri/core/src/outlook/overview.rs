//! One service in a row of words: until when its credits last, what will lapse, when it renews.

use super::{Mark, Outlook, Text};
use crate::credits::Credits;
use crate::forecast::Forecast;
use crate::words;

impl Outlook<'_> {
    /// "From Sun 6 Dec; 55 % chance before the renewal", "lasts to the renewal", "nothing is left".
    pub fn run_out_words(&self) -> Text {
        let overdrawn = self.ledger.overdrawn();
        if overdrawn > Credits::ZERO {
            return Text::default().then(Mark::Trouble, format!("{} logged beyond it", self.exact(overdrawn)));
        }
        if self.ledger.left().is_zero() {
            return Text::default().then(Mark::Trouble, "nothing is left");
        }
        match self.forecast.as_ref().filter(|_| !self.is_unlogged()) {
            None => Text::default().then(Mark::Quiet, "not known, nothing is logged yet"),
            Some(forecast) => self.run_out_of(forecast),
        }
    }

    fn run_out_of(&self, forecast: &Forecast) -> Text {
        let renewal = self.renewal().map(|at| self.day_of(at));
        let day = |place: Option<usize>| place.map(|place| self.forecast_day(place));
        let (early, middle) = (day(forecast.run_out.p10), day(forecast.run_out.p50));
        match (renewal, forecast.chance_before_renewal) {
            (Some(renewal), Some(chance)) if chance > 0.05 => {
                let chance = format!("{} before the renewal", sure(chance));
                match early.filter(|early| *early < renewal) {
                    Some(early) => Text::plain("from ").forecast(self.named(early)).say(format!("; {chance}")),
                    None => Text::plain(chance),
                }
            }
            (Some(_), Some(_)) => Text::plain("lasts to the renewal"),
            _ => match middle {
                Some(middle) => Text::plain("lasts to ").forecast(self.named(middle)),
                None => Text::plain("lasts beyond ").forecast(self.day(self.horizon(forecast))),
            },
        }
    }

    /// "≈ 1,300 on Tue 15 Dec"; none where nothing will.
    pub fn lapse_words(&self) -> Option<Text> {
        let lapse = self.next_lapse().filter(|lapse| lapse.mean > Credits::ZERO)?;
        let figure = Text::default().then(Mark::Lapse, self.estimate(lapse.mean));
        Some(figure.say(format!(" on {}", self.day(self.day_of(lapse.at)))))
    }

    /// "Tue 15 Dec, in 11 days"; none where no renewal is due.
    pub fn renewal_words(&self) -> Option<String> {
        let day = self.day_of(self.renewal()?);
        let distance = words::distance(day, self.today());
        let day = self.day(day);
        Some(if distance == day { day } else { format!("{day}, {distance}") })
    }
}

/// "55 % chance", "almost certain".
fn sure(chance: f64) -> String {
    match words::chance(chance).as_str() {
        "almost certain" => "almost certain".to_owned(),
        chance => format!("{chance} chance"),
    }
}
