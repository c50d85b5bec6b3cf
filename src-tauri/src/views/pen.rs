//! What every view is written with: the unit's decimals, the zone, the figures, and what day it is.

use runout_core::calendar;
use runout_core::credits::{Credits, Decimals};
use runout_core::outlook::{Mark, Outlook, Text};
use runout_core::words::{self, Figures};
use runout_core::{Day, Instant, Zone};

use crate::wire::{Amount, Span, SpanMark};

/// How one service's figures and dates are written at one instant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pen {
    /// Now.
    pub now: Instant,
    /// The day that it is in the service's zone.
    pub today: Day,
    /// The service's zone.
    pub zone: Zone,
    /// The unit's decimals.
    pub decimals: Decimals,
    /// How figures are written.
    pub figures: Figures,
}

impl Pen {
    /// The pen of an outlook.
    pub fn of(outlook: &Outlook<'_>) -> Self {
        Self::new(outlook.now, outlook.zone(), outlook.decimals(), outlook.figures)
    }

    /// A pen for what is said without a service.
    pub fn bare() -> Self {
        Self::new(Instant::default(), Zone::UTC, Decimals::NONE, Figures::default())
    }

    /// A pen for an instant.
    pub fn new(now: Instant, zone: Zone, decimals: Decimals, figures: Figures) -> Self {
        Self { now, today: calendar::day_of(now, zone), zone, decimals, figures }
    }

    /// An amount as a number of units, for drawings and for `--json`.
    #[expect(clippy::cast_precision_loss, reason = "amounts stay below 10^15, which a double holds exactly")]
    pub fn amount(&self, credits: Credits) -> Amount {
        credits.units() as Amount / self.decimals.scale() as Amount
    }

    /// A number of units as an amount; none where it is beyond what a book can hold.
    #[expect(
        clippy::cast_precision_loss,
        clippy::cast_possible_truncation,
        reason = "the cast saturates, and what is beyond credits is refused"
    )]
    pub fn credits(&self, units: Amount) -> Option<Credits> {
        Credits::new((units * self.decimals.scale() as f64).round() as i64).ok()
    }

    /// A number of units in words, exact to the unit's decimals: "875".
    #[expect(
        clippy::cast_precision_loss,
        clippy::cast_possible_truncation,
        reason = "the cast saturates, and what is beyond credits becomes the largest amount"
    )]
    pub fn figure(&self, units: Amount) -> String {
        self.exact(Credits::new((units * self.decimals.scale() as f64).round() as i64).unwrap_or(Credits::MAX))
    }

    /// A number of units, rounded to the unit's decimals.
    pub fn rounded(&self, units: Amount) -> Amount {
        let scale = self.decimals.scale() as Amount;
        (units * scale).round() / scale
    }

    /// An instant in RFC 3339, with the offset of the service's zone.
    pub fn instant(&self, at: Instant) -> String {
        at.with_timezone(&self.zone).to_rfc3339_opts(chrono::SecondsFormat::Secs, true)
    }

    /// An instant as one would type it: "2026-12-15 00:00".
    pub fn typed(&self, at: Instant) -> String {
        words::local(at, self.zone).format("%F %H:%M").to_string()
    }

    /// An exact amount in words: "6,262".
    pub fn exact(&self, credits: Credits) -> String {
        words::exact(credits, self.decimals, &self.figures)
    }

    /// An instant in words: "Fri 4 Dec, 16:40".
    pub fn moment(&self, at: Instant) -> String {
        words::moment(at, self.zone, self.today, &self.figures)
    }

    /// A change in words: "+1,750".
    pub fn signed(&self, credits: Credits) -> String {
        words::signed(credits, self.decimals, &self.figures)
    }

    /// A day in words: "Tue 15 Dec".
    pub fn day(&self, day: Day) -> String {
        words::day(day, self.today)
    }

    /// A day in words with its weekday and its year: "Thu 15 Oct 2026".
    pub fn day_and_year(day: Day) -> String {
        day.format("%a %-d %b %Y").to_string()
    }

    /// The day of an instant.
    pub fn date_of(&self, at: Instant) -> Day {
        calendar::day_of(at, self.zone)
    }

    /// The day of an instant in words.
    pub fn day_of(&self, at: Instant) -> String {
        self.day(calendar::day_of(at, self.zone))
    }
}

/// A day as `YYYY-MM-DD`.
pub fn date(day: Day) -> String {
    day.format("%F").to_string()
}

/// A text, for the screen.
pub fn spans(text: &Text) -> Vec<Span> {
    text.0.iter().map(span).collect()
}

/// One span, for the screen.
pub fn span(span: &runout_core::outlook::Span) -> Span {
    let mark = match span.mark {
        Mark::Plain => SpanMark::Plain,
        Mark::Fact => SpanMark::Fact,
        Mark::Forecast => SpanMark::Forecast,
        Mark::Trouble => SpanMark::Trouble,
        Mark::Lapse => SpanMark::Lapse,
        Mark::Quiet => SpanMark::Quiet,
    };
    Span { text: span.text.clone(), mark }
}
