//! Chips: what was understood of a line, word by word.

/// A part of the line and what it means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chip {
    /// What it is.
    pub kind: ChipKind,
    /// "Veo 3", "8 s", "× 2", "5,400", "#teaser", "now".
    pub words: String,
    /// The quieter half: "goes to the note", "in all, or each?".
    pub rest: String,
    /// Where it stands; none where nothing was typed for it.
    pub place: Option<Place>,
}

/// A piece of the line's text, half-open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// Its first byte.
    pub from: usize,
    /// The byte behind its last.
    pub to: usize,
    /// Its first UTF-16 unit.
    pub utf16_from: usize,
    /// The UTF-16 unit behind its last.
    pub utf16_to: usize,
}

/// What a chip is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChipKind {
    /// An action of the catalogue.
    Action,
    /// A new action's name.
    NewAction,
    /// A setting.
    Setting,
    /// A count.
    Count,
    /// Credits.
    Credits,
    /// The estimate that is offered.
    Offered,
    /// A balance that the service shows.
    Balance,
    /// A tag.
    Tag,
    /// When.
    When,
    /// Keeper, reject, failed, refunded.
    State,
    /// Goes to the note.
    Note,
}

impl Chip {
    /// A chip over the bytes `from..to`; its UTF-16 place is filled in by [`measure`].
    pub(super) fn typed(kind: ChipKind, words: String, from: usize, to: usize) -> Self {
        let place = Place { from, to, utf16_from: 0, utf16_to: 0 };
        Self { kind, words, rest: String::new(), place: Some(place) }
    }

    /// A chip that nothing was typed for.
    pub(super) fn untyped(kind: ChipKind, words: String, rest: String) -> Self {
        Self { kind, words, rest, place: None }
    }
}

/// Fills the UTF-16 places in, in one walk over the text: the chips stand in the order typed.
pub(super) fn measure(text: &str, chips: &mut [Chip]) {
    let mut at = (0, 0);
    let mut forward = |to: usize| {
        if let Some(piece) = text.get(at.0..to) {
            at = (to, at.1 + piece.chars().map(char::len_utf16).sum::<usize>());
        }
        at.1
    };
    for place in chips.iter_mut().filter_map(|chip| chip.place.as_mut()) {
        place.utf16_from = forward(place.from);
        place.utf16_to = forward(place.to);
    }
}
