//! "Usually takes": the estimate of a line, and what stands behind it.

use runout_core::credits::Credits;
use runout_core::entry::Reading;
use runout_core::outlook::{Outlook, Text};
use runout_core::price_book::PriceEstimate;
use runout_core::words::{self, generation};

use crate::views::pen::{Pen, spans};
use crate::views::promised;
use crate::wire::{Strip, Usually};

/// What such a line usually takes; none where nothing is known about it.
pub(super) fn usually(reading: &Reading, outlook: &Outlook<'_>, pen: &Pen) -> Option<Usually> {
    let price = reading.estimate.as_ref()?;
    let name = generation::name(outlook.actions, reading.spend.key.as_ref()?);
    Some(Usually {
        estimate: promised::estimate(name, price, outlook, pen),
        figure: spans(&figure(price, pen)),
        words: behind(price, pen),
        strip: strip(price),
    })
}

/// "≈ 5,400"; without ≈ where the range has closed.
fn figure(price: &PriceEstimate, pen: &Pen) -> Text {
    let offered = exact(price.offered(), pen);
    Text::default().forecast(if price.closed.is_some() { offered } else { format!("≈ {offered}") })
}

/// "5,000 to 5,400 in 4 of yours. Published: 875 to 3,500."
fn behind(price: &PriceEstimate, pen: &Pen) -> String {
    let range = words::range(price.low, price.high, pen.decimals, &pen.figures);
    let own = match (price.closed, price.n) {
        (Some(closed), _) => format!("{} of {} of yours.", closed.equal, closed.of),
        (None, 0) if price.published.is_none() => format!("{range}, as others of its kind; none of yours yet."),
        (None, 0) => format!("{range}, published, none of yours yet."),
        (None, n) => format!("{range} in {n} of yours."),
    };
    let published = price.published.filter(|_| price.n > 0).map(|published| {
        let each = if price.count > 1 { " each" } else { "" };
        format!(" Published: {}{each}.", span_of(published.low, published.high, pen))
    });
    own + &published.unwrap_or_default()
}

/// "875 to 3,500", "900": published figures, to the last place.
pub fn span_of(low: f64, high: f64, pen: &Pen) -> String {
    let (low, high) = (exact(low, pen), exact(high, pen));
    if low == high { low } else { format!("{low} to {high}") }
}

/// The strip of a line: everything for all its pieces.
pub fn strip(price: &PriceEstimate) -> Strip {
    let all = f64::from(price.count);
    Strip {
        published: price.published.map(|published| [published.low * all, published.high * all]),
        range: (price.n > 0).then_some([price.low, price.high]),
        own: price.own.iter().map(|each| each * all).collect(),
    }
}

/// A number of units, exact to the unit's decimals, in words.
pub fn exact(units: f64, pen: &Pen) -> String {
    pen.exact(nearest(units, pen))
}

/// The nearest amount that the unit can count.
fn nearest(units: f64, pen: &Pen) -> Credits {
    #[expect(clippy::cast_precision_loss, reason = "10^15 and below is exact in an f64")]
    let (scale, most) = (pen.decimals.scale() as f64, Credits::MAX.units() as f64);
    #[expect(clippy::cast_possible_truncation, reason = "clamped to the range of credits")]
    Credits::new((units * scale).round().clamp(-most, most) as i64).unwrap_or_default()
}
