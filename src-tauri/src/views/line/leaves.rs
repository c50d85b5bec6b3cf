//! "Leaves": what would be left after the line; and what is remarkable about its amount.

use runout_core::credits::Credits;
use runout_core::entry::{AmountKind, Reading};
use runout_core::outlook::{Outlook, Text};
use runout_core::price_book::PriceEstimate;
use runout_core::words;

use super::usually::exact;
use crate::views::pen::{Pen, spans};
use crate::wire::Leaves;

/// What would be left.
pub(super) fn leaves(reading: &Reading, outlook: &Outlook<'_>, pen: &Pen) -> Leaves {
    let (figure, words) = match unchanged(reading, outlook) {
        Some(why) => (Text::default().fact(pen.exact(outlook.ledger.left())), Text::plain(why)),
        None => match reading.estimate.as_ref().filter(|_| reading.amount == AmountKind::Offered) {
            Some(price) => estimated(price, outlook, pen),
            None => (typed(reading.spend.credits, outlook, pen), Text::default()),
        },
    };
    Leaves { figure: spans(&figure), words: spans(&words) }
}

/// Why the line does not touch what is left, if it does not.
pub(super) fn unchanged(reading: &Reading, outlook: &Outlook<'_>) -> Option<&'static str> {
    if reading.at < outlook.facts.service.start {
        return Some("Unchanged: it lies before the book’s start, and counts for prices and pace.");
    }
    if outlook.confirmed().is_some_and(|check| check.at >= reading.at) {
        return Some("Unchanged: a balance check came after it.");
    }
    reading.refunded.then_some("Unchanged: all of it came back.")
}

fn typed(credits: Credits, outlook: &Outlook<'_>, pen: &Pen) -> Text {
    Text::default().fact(pen.exact(outlook.left_after(credits)))
}

/// "≈ 860", and "860 to 1,300, almost certain to be covered."
fn estimated(price: &PriceEstimate, outlook: &Outlook<'_>, pen: &Pen) -> (Text, Text) {
    let after = |taken: f64| outlook.left_after_about(taken);
    let chance = outlook.chance_covered(price);
    if price.closed.is_some() {
        let figure = Text::default().forecast(exact(after(price.mid), pen));
        return (figure, Text::plain(words::capital(&covered(chance))));
    }
    let figure = words::estimate(after(price.offered()), pen.decimals, &pen.figures);
    let range = words::range(after(price.high), after(price.low), pen.decimals, &pen.figures);
    (Text::default().forecast(figure), Text::plain(format!("{range}, {}", covered(chance))))
}

/// "almost certain to be covered.", "a 30 % chance to be covered."
fn covered(chance: f64) -> String {
    match words::chance(chance) {
        sure if sure.starts_with("almost") => format!("{sure} to be covered."),
        little if little.starts_with("less") => format!("{little} chance to be covered."),
        some => {
            // "an 8 %" never occurs in steps of five, but 80 and 85 do.
            let article = if some.starts_with('8') { "an" } else { "a" };
            format!("{article} {some} chance to be covered.")
        }
    }
}

/// "above the usual 1,700 to 1,800: a typo, or a new price? Enter keeps 5,400." and "1,138 more than Runout has. …"
pub(super) fn remark(reading: &Reading, pen: &Pen) -> Option<Text> {
    let unusual = reading.estimate.as_ref().filter(|_| reading.unusual).map(|price| unusual(price, reading, pen));
    let beyond = reading.beyond.filter(|_| reading.amount != AmountKind::Offered && !reading.refunded).map(|beyond| {
        Text::default().fact(pen.exact(beyond)).say(" more than Runout has. Enter saves it all the same.")
    });
    match (unusual, beyond) {
        (Some(unusual), Some(beyond)) => Some(unusual.say(" ").join(beyond)),
        (unusual, beyond) => unusual.or(beyond),
    }
}

fn unusual(price: &PriceEstimate, reading: &Reading, pen: &Pen) -> Text {
    let taken = pen.amount(reading.spend.credits);
    let side = if taken > price.mid { "Above" } else { "Below" };
    let range = match price.closed {
        Some(_) => exact(price.mid, pen),
        None => words::range(price.low, price.high, pen.decimals, &pen.figures),
    };
    let usual = if price.n == 0 { "published" } else { "usual" };
    let keeps = pen.exact(reading.spend.credits);
    Text::plain(format!("{side} the {usual} {range}: a typo, or a new price? Enter keeps {keeps}."))
}
