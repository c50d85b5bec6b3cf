//! An exported book in place of what stands in a book with a history of its own: one change, which undo takes back.

use std::collections::{BTreeMap, BTreeSet};

use runout_core::facts::EntryId;

use super::import::{named, put};
use super::read::Whole;
use crate::contents::Contents;
use crate::error::{BookError, JourneyError};
use crate::stored::{self, Origin, StoredService};
use crate::tables::about::About;
use crate::tables::documents::{self, DocumentKind, DocumentRow};
use crate::tables::entries::{self, EntryRow};
use crate::tables::{kept_forecasts, versions};
use crate::transact::{Change, Work};

/// What the change is called.
pub(super) fn name(entries: usize) -> String {
    match entries {
        1 => "imported 1 entry".to_owned(),
        number => format!("imported {number} entries"),
    }
}

/// Lets what stands in the document stand here, and nothing else.
pub(super) fn take_over(work: &mut Work<'_>, whole: &Whole) -> Result<Change, JourneyError> {
    let standing: Vec<&EntryRow> = whole.entries.iter().filter(|row| row.stands && row.body.is_some()).collect();
    take_entries(work, &standing)?;
    let documents = in_order(&whole.documents).into_iter().filter(|row| row.stands && row.body.is_some());
    let documents = documents.map(|row| with_origin(row, whole, work.book)).collect::<Result<Vec<_>, _>>()?;
    take_documents(work, &documents)?;
    put(&whole.kept_forecasts, "kept_forecasts", |row| kept_forecasts::keep(work.conn(), row).map(drop))?;
    Ok(Change::named(name(standing.len())))
}

/// What goes, goes first and without its key, so that an entry of another id may bring it along.
fn take_entries(work: &mut Work<'_>, standing: &[&EntryRow]) -> Result<(), JourneyError> {
    let here: Vec<EntryRow> = entries::all(work.conn())?.into_iter().filter(|row| row.stands).collect();
    let same = |one: &EntryRow, other: &EntryRow| {
        one.entry == other.entry
            && one.service == other.service
            && one.at == other.at
            && one.date_only == other.date_only
            && one.body == other.body
            && one.natural_key == other.natural_key
    };
    let stays: BTreeSet<i64> = {
        let mut coming: Vec<&EntryRow> = standing.to_vec();
        coming.sort_by_key(|row| row.entry);
        let found = |row: &EntryRow| coming.binary_search_by_key(&row.entry, |one| one.entry).ok();
        here.iter()
            .filter(|row| found(row).is_some_and(|place| same(row, coming[place])))
            .map(|row| row.entry)
            .collect()
    };
    for row in here.iter().filter(|row| !stays.contains(&row.entry)) {
        if row.body.is_some() || row.natural_key.is_some() {
            work.supersede(&EntryRow { body: None, natural_key: None, ..row.clone() })?;
        }
    }
    for (place, row) in standing.iter().enumerate().filter(|(_, row)| !stays.contains(&row.entry)) {
        work.supersede(row).map_err(|error| named(error, "entries", place))?;
    }
    Ok(())
}

/// The documents in the order in which each was first written: the order in which a book lists them.
fn in_order(rows: &[DocumentRow]) -> Vec<&DocumentRow> {
    let mut first = BTreeMap::new();
    let mut sorted: Vec<&DocumentRow> = rows.iter().collect();
    sorted.sort_by_key(|row| row.version);
    for row in &sorted {
        first.entry((row.service, row.kind.text(), row.name.as_str())).or_insert(row.version);
    }
    sorted.sort_by_key(|row| first.get(&(row.service, row.kind.text(), row.name.as_str())).copied());
    sorted
}

/// What the other book says about itself as a whole comes with its service, so that undo gives back what was said here.
fn with_origin(row: &DocumentRow, whole: &Whole, here: &Contents) -> Result<DocumentRow, JourneyError> {
    let (DocumentKind::Service, Some(body)) = (row.kind, &row.body) else { return Ok(row.clone()) };
    let unreadable = |reason| BookError::Stored { place: "service".to_owned(), reason };
    let service: StoredService = stored::read(row.form, body).map_err(unreadable)?;
    let About { made: _, sample, nearest } = &whole.about;
    let origin = service.origin().cloned().unwrap_or_else(|| Origin { sample: *sample, nearest: nearest.clone() });
    let before = here.page_of(row.service).filter(|page| origin == here.came_from(page));
    let origin = before.map_or(Some(origin), |page| page.origin.clone());
    let body = stored::write(&service.with_origin(origin)).map_err(unreadable)?;
    Ok(DocumentRow { body: Some(body), ..row.clone() })
}

fn take_documents(work: &mut Work<'_>, standing: &[DocumentRow]) -> Result<(), JourneyError> {
    let here = documents::standing(work.conn())?;
    let is =
        |one: &DocumentRow, row: &DocumentRow| (one.service, one.kind, &one.name) == (row.service, row.kind, &row.name);
    for row in &here {
        if !standing.iter().any(|one| is(one, row)) {
            work.put_body(row.service, row.kind, &row.name, None)?;
        }
    }
    for row in standing {
        let before = here.iter().find(|one| is(one, row));
        if before.is_none_or(|before| before.body != row.body) {
            work.put_body(row.service, row.kind, &row.name, row.body.as_deref())?;
        }
    }
    Ok(())
}

impl Work<'_> {
    /// Adds a version with the id, the instant and the words of this row.
    fn supersede(&mut self, row: &EntryRow) -> Result<(), BookError> {
        let conn = self.conn();
        let before = entries::standing_version(conn, EntryId(row.entry))?.map(|(version, _)| version);
        versions::lay_down(conn, "entries", before)?;
        let version = entries::next_version(conn)?;
        let change = self.change();
        entries::insert(conn, &EntryRow { version, change, supersedes: before, stands: true, ..row.clone() })
    }
}
