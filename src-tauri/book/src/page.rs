//! What stands in the book about one service: a page of it.

use runout_core::actions::Action;
use runout_core::facts::{Entry, EntryId, Facts, Mark, Service, TermsVersion};
use runout_core::{Day, Instant};

use crate::stored::{self, Origin, StoredAction, StoredError, StoredMark, StoredService, StoredTermsVersion, read_day};
use crate::tables::documents::{DocumentKind, DocumentRow};

/// Which service of the book; its number is never used again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ServiceId(pub i64);

impl ServiceId {
    /// The one that a book begins with.
    pub(crate) const FIRST: Self = Self(1);
    /// None of them: where the settings of the book itself are written.
    pub(crate) const BOOK: Self = Self(0);
}

/// Everything that stands about one service.
#[derive(Clone, Debug)]
pub(crate) struct Page {
    pub(crate) id: ServiceId,
    /// Where it came from, where that is not what the book says about itself.
    pub(crate) origin: Option<Origin>,
    pub(crate) facts: Facts,
    /// The names of the documents of `facts.terms`, in the same order.
    pub(crate) terms_names: Vec<String>,
    pub(crate) actions: Vec<Action>,
}

/// Everything about one service but its entries.
#[derive(Clone)]
pub(crate) struct Sheet {
    pub(crate) service: Service,
    origin: Option<Origin>,
    terms: Vec<(String, TermsVersion)>,
    marks: Vec<(Day, Mark)>,
    actions: Vec<Action>,
}

/// The documents of one service, as they are read.
#[derive(Default)]
pub(crate) struct Gathered {
    service: Option<(Service, Option<Origin>)>,
    terms: Vec<(String, TermsVersion)>,
    marks: Vec<(Day, Mark)>,
    actions: Vec<Action>,
}

impl Page {
    /// A page with these entries, in the order of entry.
    pub(crate) fn new(id: ServiceId, sheet: Sheet, entries: Vec<Entry>) -> Self {
        let Sheet { service, origin, mut terms, mut marks, actions } = sheet;
        terms.sort_by_key(|(_, version)| version.from);
        marks.sort_by_key(|(day, _)| *day);
        let (terms_names, terms) = terms.into_iter().unzip();
        Self { id, origin, facts: Facts { service, terms, entries, marks }, terms_names, actions }
    }

    /// Lets an entry stand, or stand no longer.
    pub(crate) fn take_entry(&mut self, id: EntryId, entry: Option<Entry>) {
        let entries = &mut self.facts.entries;
        match (entries.binary_search_by_key(&id, |entry| entry.id), entry) {
            (Ok(place), Some(entry)) => entries[place] = entry,
            (Ok(place), None) => drop(entries.remove(place)),
            (Err(place), Some(entry)) => entries.insert(place, entry),
            (Err(_), None) => {}
        }
    }

    /// An entry that stands.
    pub(crate) fn entry(&self, id: EntryId) -> Option<&Entry> {
        let entries = &self.facts.entries;
        entries.binary_search_by_key(&id, |entry| entry.id).ok().map(|place| &entries[place])
    }

    /// The version of the terms in force at an instant, with its document's name; before the first one, the first.
    pub(crate) fn terms_at(&self, at: Instant) -> Option<(&str, &TermsVersion)> {
        let place = self.facts.terms.iter().rposition(|version| version.from <= at).unwrap_or(0);
        Some((self.terms_names.get(place)?, self.facts.terms.get(place)?))
    }
}

impl Gathered {
    /// Takes in a document of the service.
    pub(crate) fn take(&mut self, row: &DocumentRow) -> Result<(), StoredError> {
        let body = row.body.as_deref().unwrap_or("null");
        match row.kind {
            DocumentKind::Service => {
                let stored = stored::read::<StoredService>(row.form, body)?;
                let origin = stored.origin().cloned();
                self.service = Some((stored.try_into()?, origin));
            }
            DocumentKind::Terms => {
                let terms = stored::read::<StoredTermsVersion>(row.form, body)?.try_into()?;
                self.terms.push((row.name.clone(), terms));
            }
            DocumentKind::Mark => {
                self.marks.push((read_day(&row.name)?, stored::read::<StoredMark>(row.form, body)?.into()));
            }
            DocumentKind::Action => self.actions.push(stored::read::<StoredAction>(row.form, body)?.try_into()?),
            DocumentKind::Setting => {}
        }
        Ok(())
    }

    /// The service's sheet; none where the service was removed: its other documents stay where they are, out of sight,
    /// so that undo brings all of it back by one row.
    pub(crate) fn sheet(self) -> Option<Sheet> {
        let Self { service, terms, marks, actions } = self;
        service.map(|(service, origin)| Sheet { service, origin, terms, marks, actions })
    }
}

impl Sheet {
    /// Whether it has the terms that every plan has.
    pub(crate) const fn has_terms(&self) -> bool {
        !self.terms.is_empty()
    }
}
