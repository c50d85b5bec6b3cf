//! What stands in the book, kept in memory: read once, then caught up with what was written.

use std::collections::BTreeMap;

use runout_core::facts::{Entry, EntryId};
use rusqlite::Connection;

use crate::error::BookError;
use crate::page::{Gathered, Page, ServiceId, Sheet};
use crate::settings::Settings;
use crate::stored::{self, Origin, StoredError};
use crate::tables::about::{self, About, Stamp};
use crate::tables::documents::{self, DocumentKind, DocumentRow};
use crate::tables::entries;

/// Above this many touched entries, everything is read again.
const REREAD_AT_MOST: u32 = 2_000;

/// Everything that stands: a page for each service, of which one lies open.
#[derive(Clone, Debug)]
pub(crate) struct Contents {
    pub(crate) stamp: Stamp,
    pub(crate) about: About,
    pub(crate) settings: Settings,
    /// In the order in which they were added; never none.
    pages: Vec<Page>,
    /// The place of the one that lies open.
    open: usize,
}

/// What was written since the contents were read.
#[derive(Clone)]
pub(crate) enum News {
    /// Nothing.
    None,
    /// These entries (none: gone), and the documents if any changed.
    Some { stamp: Stamp, entries: Vec<TouchedEntry>, documents: Option<Box<Documents>> },
    /// So much, or another history.
    All(Box<Contents>),
}

/// An entry that was touched, and what stands of it now: of which service, and what it says.
pub(crate) type TouchedEntry = (EntryId, Option<(ServiceId, Entry)>);

/// Everything but the entries.
#[derive(Clone)]
pub(crate) struct Documents {
    settings: Settings,
    sheets: Vec<(ServiceId, Sheet)>,
}

impl Contents {
    /// Reads everything, open at the service that was looked at last.
    pub(crate) fn read(conn: &Connection) -> Result<Self, BookError> {
        let Documents { settings, sheets } = Documents::read(conn)?;
        let mut entries: BTreeMap<ServiceId, Vec<Entry>> = BTreeMap::new();
        for (service, entry) in entries::standing(conn)? {
            entries.entry(service).or_default().push(entry);
        }
        let page = |(id, sheet)| Page::new(id, sheet, entries.remove(&id).unwrap_or_default());
        let pages = sheets.into_iter().map(page).collect();
        let mut contents = Self { stamp: about::stamp(conn)?, about: about::read(conn)?, settings, pages, open: 0 };
        contents.turn_to(about::looked_at(conn)?);
        Ok(contents)
    }

    /// The page that lies open.
    pub(crate) fn page(&self) -> &Page {
        &self.pages[self.open]
    }

    /// Every page, in order.
    pub(crate) fn pages(&self) -> &[Page] {
        &self.pages
    }

    /// A service's page.
    pub(crate) fn page_of(&self, id: ServiceId) -> Option<&Page> {
        self.pages.iter().find(|page| page.id == id)
    }

    /// Opens the page of a service; whether there is one.
    pub(crate) fn turn_to(&mut self, id: ServiceId) -> bool {
        let place = self.pages.iter().position(|page| page.id == id);
        self.open = place.unwrap_or(self.open);
        place.is_some()
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
        let touched_document = documents::any_touched_since(conn, since)?;
        let documents = if touched_document { Some(Box::new(Documents::read(conn)?)) } else { None };
        // The log of a service that came back was not touched, and is not in memory.
        if documents
            .as_ref()
            .is_some_and(|documents| documents.sheets.iter().any(|(id, _)| self.page_of(*id).is_none()))
        {
            return Ok(News::All(Box::new(Self::read(conn)?)));
        }
        let read = |id: EntryId| Ok((id, entries::standing_one(conn, id)?));
        let entries = touched.into_iter().map(read).collect::<Result<_, BookError>>()?;
        Ok(News::Some { stamp, entries, documents })
    }

    /// Takes the news in. Whether there were any. The same page stays open; where its service is gone, the first.
    pub(crate) fn take(&mut self, news: News) -> bool {
        let open = self.page().id;
        match news {
            News::None => return false,
            News::All(contents) => *self = *contents,
            News::Some { stamp, entries, documents } => {
                self.stamp = stamp;
                if let Some(documents) = documents {
                    self.take_documents(*documents);
                }
                for (id, entry) in &entries {
                    self.take_entry(*id, entry.as_ref());
                }
            }
        }
        self.open = 0;
        self.turn_to(open);
        true
    }

    fn take_entry(&mut self, id: EntryId, stands: Option<&(ServiceId, Entry)>) {
        for page in &mut self.pages {
            let entry = stands.filter(|(service, _)| *service == page.id).map(|(_, entry)| entry.clone());
            page.take_entry(id, entry);
        }
    }

    fn take_documents(&mut self, documents: Documents) {
        let mut before = std::mem::take(&mut self.pages);
        let mut entries = |id| {
            let page = before.iter_mut().find(|page| page.id == id);
            page.map(|page| std::mem::take(&mut page.facts.entries)).unwrap_or_default()
        };
        self.pages = documents.sheets.into_iter().map(|(id, sheet)| Page::new(id, sheet, entries(id))).collect();
        self.settings = documents.settings;
    }

    /// Where what stands on a page came from.
    pub(crate) fn came_from(&self, page: &Page) -> Origin {
        let About { made: _, sample, nearest } = &self.about;
        page.origin.clone().unwrap_or_else(|| Origin { sample: *sample, nearest: nearest.clone() })
    }
}

impl Documents {
    fn read(conn: &Connection) -> Result<Self, BookError> {
        let mut settings = Settings::default();
        let mut gathered: BTreeMap<ServiceId, Gathered> = BTreeMap::new();
        for row in documents::standing(conn)? {
            let place = || format!("{} {}", row.kind.text(), row.name);
            take(&row, &mut settings, gathered.entry(row.service).or_default())
                .map_err(|reason| BookError::Stored { place: place(), reason })?;
        }
        let sheets: Vec<_> = gathered.into_iter().filter_map(|(id, one)| Some((id, one.sheet()?))).collect();
        if sheets.is_empty() {
            return Err(BookError::Damaged("it names no service".to_owned()));
        }
        if sheets.iter().any(|(_, sheet)| !sheet.has_terms()) {
            return Err(BookError::Damaged("it holds no terms".to_owned()));
        }
        Ok(Self { settings, sheets })
    }
}

fn take(row: &DocumentRow, settings: &mut Settings, of: &mut Gathered) -> Result<(), StoredError> {
    if row.kind != DocumentKind::Setting {
        return of.take(row);
    }
    let value: String = stored::read(row.form, row.body.as_deref().unwrap_or("null"))?;
    let wanted = "a setting's value";
    *settings = settings.with(&row.name, &value).map_err(|_| StoredError::value(&value, wanted))?;
    Ok(())
}

/// Looks at a body as the book would read it; for documents that come from elsewhere.
pub(crate) fn look_at(row: &DocumentRow) -> Result<(), StoredError> {
    if row.body.is_some() { take(row, &mut Settings::default(), &mut Gathered::default()) } else { Ok(()) }
}
