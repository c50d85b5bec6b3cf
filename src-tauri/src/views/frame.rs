//! What stands around every screen: the rail with its counter, the names of undo and redo, and how things look.

use runout_book::{Settings, UndoRedo};
use runout_core::credits::{Credits, Decimals};
use runout_core::outlook::Outlook;

use super::pen::{Pen, date};
use super::plan;
use crate::wire::{Figures, Frame, Look, ServiceName};

/// What the frame needs of the book besides its outlook.
#[derive(Clone, Debug)]
pub struct Around {
    /// The number of the service that lies open.
    pub service: i64,
    /// Every service of the book.
    pub services: Vec<ServiceName>,
    /// Whether it is the sample book.
    pub sample: bool,
    /// What undo and redo would do.
    pub steps: UndoRedo,
    /// How figures are written.
    pub figures: Figures,
    /// How the window looks.
    pub look: Look,
}

/// The frame.
pub fn frame(outlook: &Outlook<'_>, around: Around, pen: &Pen) -> Frame {
    let service = &outlook.facts.service;
    let (left, overdrawn) = (outlook.ledger.left(), outlook.ledger.overdrawn());
    let allotment = allotment(outlook);
    Frame {
        service: service.name.clone(),
        service_id: around.service,
        services: around.services,
        unit: service.unit.clone(),
        decimals: pen.decimals.places(),
        sample: around.sample,
        left: pen.amount(left),
        overdrawn: pen.amount(overdrawn),
        left_text: format!("{} {} left", pen.exact(left), service.unit),
        of_text: allotment.map(|allotment| format!("of {}", pen.exact(allotment))).unwrap_or_default(),
        overdrawn_text: (!overdrawn.is_zero()).then(|| format!("{} overdrawn", pen.exact(overdrawn))),
        drums: drums(left, allotment, pen.decimals, pen.figures.decimal),
        checked_text: outlook.checked_words(),
        checked_long_ago: outlook.checked_long_ago(),
        undo: around.steps.undo,
        redo: around.steps.redo,
        figures: around.figures,
        look: around.look,
        today: date(pen.today),
    }
}

/// How the window looks.
pub fn look(settings: &Settings) -> Look {
    let text = |key| settings.text(key).unwrap_or_default();
    Look {
        theme: text("theme"),
        contrast: text("contrast"),
        density: text("density"),
        single_keys: settings.single_keys,
    }
}

/// The allotment of the plan's own pot.
fn allotment(outlook: &Outlook<'_>) -> Option<Credits> {
    let terms = &plan::in_force(outlook)?.terms;
    Some(plan::main_pot(terms)?.grant.as_ref()?.amount)
}

/// The figure of the drums: digits padded to the allotment's width, with the decimal mark.
fn drums(left: Credits, allotment: Option<Credits>, decimals: Decimals, mark: char) -> String {
    let whole = |credits: Credits| credits.units() / decimals.scale();
    let width = allotment.map_or(1, |allotment| whole(allotment).to_string().len());
    let digits = format!("{:0width$}", whole(left));
    match usize::from(decimals.places()) {
        0 => digits,
        places => format!("{digits}{mark}{:0places$}", left.units() % decimals.scale()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_drums_are_as_wide_as_the_allotment() {
        let credits = |units| Credits::new(units).unwrap();
        let whole = |left, of| drums(credits(left), Some(credits(of)), Decimals::NONE, '.');
        assert_eq!(whole(6_262, 28_000), "06262");
        assert_eq!(whole(0, 28_000), "00000");
        assert_eq!(whole(1_204_118_400, 28_000), "1204118400");
        let cents = Decimals::new(2).unwrap();
        assert_eq!(drums(credits(25), Some(credits(20_000)), cents, ','), "000,25");
        assert_eq!(drums(credits(25), None, cents, '.'), "0.25");
    }
}
