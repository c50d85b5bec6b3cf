//! What stands in the book, kept in memory: read once, then caught up with what was written.

use runout_core::actions::Action;
use runout_core::facts::{Entry, EntryId, Facts, Mark, Service, TermsVersion};
use runout_core::{Day, Instant};
use rusqlite::Connection;

use crate::error::BookError;
use crate::settings::Settings;
use crate::stored::{self, Origin, StoredAction, StoredError, StoredMark, StoredService, StoredTermsVersion, read_day};
use crate::tables::about::{self, About, Stamp};
use crate::tables::documents::{self, DocumentKind, DocumentRow};
use crate::tables::entries;

/// Above this many touched entries, everything is read again.
const REREAD_AT_MOST: u32 = 2_000;

/// Everything that stands.
#[derive(Clone, Debug)]
pub(crate) struct Contents {
    pub(crate) stamp: Stamp,
    pub(crate) about: About,
    /// Where what stands came from, where that is not what `about` says.
    pub(crate) origin: Option<Origin>,
    pub(crate) facts: Facts,
    /// The names of the documents of `facts.terms`, in the same order.
    pub(crate) terms_names: Vec<String>,
    pub(crate) actions: Vec<Action>,
    pub(crate) settings: Settings,
}

/// What was written since the contents were read.
#[derive(Clone)]
pub(crate) enum News {
    /// Nothing.
    None,
    /// These entries (none: gone), and the documents if any changed.
    Some { stamp: Stamp, entries: Vec<(EntryId, Option<Entry>)>, documents: Option<Box<Documents>> },
    /// So much, or another history.
    All(Box<Contents>),
}

/// Everything but the entries.
#[derive(Clone)]
pub(crate) struct Documents {
    service: Service,
    origin: Option<Origin>,
    terms: Vec<(String, TermsVersion)>,
    marks: Vec<(Day, Mark)>,
    actions: Vec<Action>,
    settings: Settings,
}

impl Contents {
    /// Reads everything.
    pub(crate) fn read(conn: &Connection) -> Result<Self, BookError> {
        let documents = Documents::read(conn)?;
        let entries = entries::standing(conn)?;
        let facts = Facts { service: documents.service.clone(), terms: Vec::new(), entries, marks: Vec::new() };
        let mut contents = Self {
            stamp: about::stamp(conn)?,
            about: about::read(conn)?,
            origin: None,
            facts,
            terms_names: Vec::new(),
            actions: Vec::new(),
            settings: Settings::default(),
        };
        contents.take_documents(documents);
        Ok(contents)
    }

    /// Reads what was written since, without taking it in yet.
    pub(crate) fn news(&self, conn: &Connection) -> Result<News, BookError> {
        let stamp = about::stamp(conn)?;
        if stamp == self.stamp {
            return Ok(News::None);
        }
        let since = self.stamp.revision;
        let touched = entries::touched_since(conn, since, REREAD_AT_MOST + 1)?;
        let other = stamp.lineage != self.stamp.lineage || stamp.revision < since;
        if other || touched.len() > REREAD_AT_MOST as usize {
            return Ok(News::All(Box::new(Self::read(conn)?)));
        }
        let read = |id: EntryId| Ok((id, entries::standing_one(conn, id)?));
        let entries = touched.into_iter().map(read).collect::<Result<_, BookError>>()?;
        let touched = documents::any_touched_since(conn, since)?;
        let documents = if touched { Some(Box::new(Documents::read(conn)?)) } else { None };
        Ok(News::Some { stamp, entries, documents })
    }

    /// Takes the news in. Whether there were any.
    pub(crate) fn take(&mut self, news: News) -> bool {
        match news {
            News::None => return false,
            News::All(contents) => *self = *contents,
            News::Some { stamp, entries, documents } => {
                self.stamp = stamp;
                for (id, entry) in entries {
                    self.take_entry(id, entry);
                }
                if let Some(documents) = documents {
                    self.take_documents(*documents);
                }
            }
        }
        true
    }

    fn take_entry(&mut self, id: EntryId, entry: Option<Entry>) {
        let entries = &mut self.facts.entries;
        match (entries.binary_search_by_key(&id, |entry| entry.id), entry) {
            (Ok(place), Some(entry)) => entries[place] = entry,
            (Ok(place), None) => drop(entries.remove(place)),
            (Err(place), Some(entry)) => entries.insert(place, entry),
            (Err(_), None) => {}
        }
    }

    fn take_documents(&mut self, documents: Documents) {
        let Documents { service, origin, mut terms, mut marks, actions, settings } = documents;
        terms.sort_by_key(|(_, version)| version.from);
        marks.sort_by_key(|(day, _)| *day);
        (self.terms_names, self.facts.terms) = terms.into_iter().unzip();
        self.facts.service = service;
        self.origin = origin;
        self.facts.marks = marks;
        self.actions = actions;
        self.settings = settings;
    }

    /// Where what stands came from.
    pub(crate) fn came_from(&self) -> Origin {
        let About { made: _, sample, nearest } = &self.about;
        self.origin.clone().unwrap_or_else(|| Origin { sample: *sample, nearest: nearest.clone() })
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

impl Documents {
    fn read(conn: &Connection) -> Result<Self, BookError> {
        let mut service = None;
        let mut rest = (Vec::new(), Vec::new(), Vec::new(), Settings::default());
        for row in documents::standing(conn)? {
            let place = || format!("{} {}", row.kind.text(), row.name);
            read_one(&row, &mut service, &mut rest).map_err(|reason| BookError::Stored { place: place(), reason })?;
        }
        let (terms, marks, actions, settings) = rest;
        let (service, origin) = service.ok_or_else(|| BookError::Damaged("it names no service".to_owned()))?;
        if terms.is_empty() {
            return Err(BookError::Damaged("it holds no terms".to_owned()));
        }
        Ok(Self { service, origin, terms, marks, actions, settings })
    }
}

type Rest = (Vec<(String, TermsVersion)>, Vec<(Day, Mark)>, Vec<Action>, Settings);

fn read_one(
    row: &DocumentRow,
    service: &mut Option<(Service, Option<Origin>)>,
    rest: &mut Rest,
) -> Result<(), StoredError> {
    let body = row.body.as_deref().unwrap_or("null");
    match row.kind {
        DocumentKind::Service => {
            let stored = stored::read::<StoredService>(row.form, body)?;
            let origin = stored.origin().cloned();
            *service = Some((stored.try_into()?, origin));
        }
        DocumentKind::Terms => {
            rest.0.push((row.name.clone(), stored::read::<StoredTermsVersion>(row.form, body)?.try_into()?));
        }
        DocumentKind::Mark => {
            rest.1.push((read_day(&row.name)?, stored::read::<StoredMark>(row.form, body)?.into()));
        }
        DocumentKind::Action => rest.2.push(stored::read::<StoredAction>(row.form, body)?.try_into()?),
        DocumentKind::Setting => {
            let value: String = stored::read(row.form, body)?;
            let wanted = "a setting's value";
            rest.3 = rest.3.with(&row.name, &value).map_err(|_| StoredError::value(&value, wanted))?;
        }
    }
    Ok(())
}

/// Looks at a body as the book would read it; for documents that come from elsewhere.
pub(crate) fn look_at(row: &DocumentRow) -> Result<(), StoredError> {
    let mut rest = (Vec::new(), Vec::new(), Vec::new(), Settings::default());
    if row.body.is_some() { read_one(row, &mut None, &mut rest) } else { Ok(()) }
}
