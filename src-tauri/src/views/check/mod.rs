//! What a balance check finds, in words: what was not logged, which one entry was not made.

mod offers;
pub mod preview;

pub use offers::offers;

use runout_core::credits::Credits;
use runout_core::outlook::Text;
use runout_core::reconcile::Finding;

use super::pen::Pen;

/// "Balance 4,252: 2,010 were not logged, and are kept as unlogged."
pub fn found(shown: Credits, finding: &Finding, pen: &Pen) -> Text {
    let text = Text::plain("Balance ").fact(pen.exact(shown));
    let size = size(finding.difference);
    match finding.difference.units().signum() {
        0 => text.say(" confirmed."),
        -1 => {
            let (was, is) = if size == one(pen) { ("was", "is") } else { ("were", "are") };
            text.say(format!(": {} {was} not logged, and {is} kept as unlogged.", pen.exact(size)))
        }
        _ => text.say(format!(": {} more than Runout had.", pen.exact(size))),
    }
}

/// "Balance 4,252 noted. It lies before the book’s start, and does not count for the balance."
pub fn before_the_book(shown: Credits, pen: &Pen) -> Text {
    Text::plain("Balance ")
        .fact(pen.exact(shown))
        .say(" noted. It lies before the book’s start, and does not count for the balance.")
}

/// How much, whatever its sign.
pub fn size(credits: Credits) -> Credits {
    Credits::new(credits.units().abs()).unwrap_or_default()
}

/// One of the service's unit.
pub fn one(pen: &Pen) -> Credits {
    Credits::new(pen.decimals.scale()).unwrap_or_default()
}
