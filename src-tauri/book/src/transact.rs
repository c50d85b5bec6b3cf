//! The only place where the book is written: begin, check, write, read back, commit.

use chrono::Datelike;
use runout_core::Instant;
use runout_core::facts::{EntryId, Fact, Spend};
use rusqlite::{Connection, Transaction, TransactionBehavior};

use crate::book::Book;
use crate::contents::{Contents, News};
use crate::error::{BookError, JourneyError, Refused};
use crate::journeys::named_from;
use crate::naming;
use crate::page::{Page, ServiceId};
use crate::reckonable::stays_reckonable;
use crate::stored::millis;
use crate::tables::changes::ChangeState;
use crate::tables::entries::Says;
use crate::tables::{about, changes, documents, entries, versions};
use documents::DocumentKind;

/// What a journey did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What undo says: "logged LTXV Turbo, 8 s, audio".
    pub name: String,
    /// The entry that it is about.
    pub entry: Option<EntryId>,
}

impl Change {
    pub(crate) fn named(name: impl Into<String>) -> Self {
        Self { name: name.into(), entry: None }
    }

    pub(crate) fn of(name: impl Into<String>, entry: EntryId) -> Self {
        Self { name: name.into(), entry: Some(entry) }
    }

    /// About several entries; of one alone it names it.
    pub(crate) fn of_all(name: impl Into<String>, entries: &[EntryId]) -> Self {
        let entry = if let [one] = entries { Some(*one) } else { None };
        Self { name: name.into(), entry }
    }
}

/// An open transaction, and the change that it writes.
pub(crate) struct Work<'w> {
    conn: &'w Connection,
    change: i64,
    /// Everything that stands as the transaction begins.
    pub(crate) book: &'w Contents,
    /// What stands on the page that lies open.
    pub(crate) contents: &'w Page,
}

impl Book {
    /// Runs one journey in one transaction. Where it fails or writes nothing, nothing is kept of it.
    pub(crate) fn transact(
        &mut self,
        now: Instant,
        journey: impl FnOnce(&mut Work<'_>) -> Result<Change, JourneyError>,
    ) -> Result<Change, JourneyError> {
        self.write(
            |conn, contents| in_one_change(conn, contents, now, journey),
            |contents, news| stays_reckonable(contents, news, now),
        )
    }

    /// Takes back the change that was done last.
    pub(crate) fn withdraw(&mut self) -> Result<Option<Change>, JourneyError> {
        self.move_change(changes::last_done, ChangeState::Undone, versions::withdraw)
    }

    /// Does again what was undone last.
    pub(crate) fn reinstate(&mut self) -> Result<Option<Change>, JourneyError> {
        self.move_change(changes::first_undone, ChangeState::Done, versions::reinstate)
    }

    fn move_change(
        &mut self,
        which: fn(&Connection) -> Result<Option<changes::ChangeRow>, BookError>,
        state: ChangeState,
        versions: fn(&Connection, i64) -> Result<(), BookError>,
    ) -> Result<Option<Change>, JourneyError> {
        let work = |conn: &Connection, contents: &Contents| {
            let Some(row) = which(conn)? else { return Ok((None, false)) };
            versions(conn, row.id)?;
            changes::set_state(conn, row.id, state, about::next_revision(conn)?)?;
            let name = named_from(conn, contents, row.id, row.name)?;
            Ok((Some(Change { name, entry: entries::first_of(conn, row.id)? }), true))
        };
        // What stood once may stand again, whatever it was.
        self.write(work, |_, _| Ok(()))
    }

    /// One transaction: catches up with other writers first, and reads back and judges what was written before it
    /// commits. Where another writer removed the service that lies open, nothing is written about any other.
    pub(crate) fn write<T>(
        &mut self,
        work: impl FnOnce(&Connection, &Contents) -> Result<(T, bool), JourneyError>,
        judge: impl FnOnce(&Contents, &News) -> Result<(), Refused>,
    ) -> Result<T, JourneyError> {
        let tx = Transaction::new(&mut self.conn, TransactionBehavior::Immediate)?;
        let open = self.contents.page().id;
        let news = self.contents.news(&tx)?;
        self.generation += u64::from(self.contents.take(news));
        if self.contents.page().id != open {
            return Err(Refused::NoSuchService.into());
        }
        let (done, wrote) = work(&tx, &self.contents)?;
        if wrote {
            let news = self.contents.news(&tx)?;
            judge(&self.contents, &news)?;
            tx.commit()?;
            self.generation += u64::from(self.contents.take(news));
        }
        Ok(done)
    }
}

/// Runs a journey as a change of its own. Whether it wrote anything.
pub(crate) fn in_one_change(
    conn: &Connection,
    contents: &Contents,
    now: Instant,
    journey: impl FnOnce(&mut Work<'_>) -> Result<Change, JourneyError>,
) -> Result<(Change, bool), JourneyError> {
    let revision = about::next_revision(conn)?;
    let change = changes::insert(conn, millis(now), ChangeState::Done, revision)?;
    let done = journey(&mut Work { conn, change, book: contents, contents: contents.page() })?;
    changes::name(conn, change, &done.name)?;
    Ok((done, versions::any_of(conn, change)?))
}

/// Nobody had credits before, and a ledger over a thousand years would be reckoned for minutes.
pub(crate) fn in_our_time(at: Instant) -> Result<(), Refused> {
    let year = at.year();
    if (1990..2200).contains(&year) { Ok(()) } else { Err(Refused::NotInOurTime { year }) }
}

impl Work<'_> {
    /// Adds an entry; its id.
    pub(crate) fn add(&mut self, at: Instant, date_only: bool, fact: &Fact) -> Result<EntryId, JourneyError> {
        self.add_keyed(at, date_only, fact, None)
    }

    /// Adds an entry under the key that it is known by elsewhere.
    pub(crate) fn add_keyed(
        &mut self,
        at: Instant,
        date_only: bool,
        fact: &Fact,
        key: Option<&str>,
    ) -> Result<EntryId, JourneyError> {
        in_our_time(at)?;
        let body = entries::body(EntryId(0), fact)?;
        self.add_to(self.contents.id, None, &Says::entry(at, date_only, &body, key))
    }

    /// The entry that is known by this key, deleted ones included.
    pub(crate) fn by_key(&self, key: &str) -> Result<Option<EntryId>, BookError> {
        entries::by_key(self.conn, self.contents.id, key)
    }

    /// Lets an entry say something else.
    pub(crate) fn replace(
        &mut self,
        id: EntryId,
        at: Instant,
        date_only: bool,
        fact: &Fact,
    ) -> Result<(), JourneyError> {
        in_our_time(at)?;
        let body = entries::body(id, fact)?;
        self.add_to(self.contents.id, Some(id), &Says::entry(at, date_only, &body, None)).map(drop)
    }

    /// Lets spends say something else, and names them; what stays as it was is not written.
    pub(crate) fn say_of_spends(
        &mut self,
        ids: &[EntryId],
        change: impl Fn(&Spend) -> Spend,
    ) -> Result<Vec<String>, JourneyError> {
        let mut names = Vec::new();
        for &id in ids {
            let entry = self.contents.entry(id).ok_or(Refused::NoSuchEntry(id))?;
            let Fact::Spend(spend) = &entry.fact else { return Err(Refused::NotASpend(id).into()) };
            names.push(naming::spend(spend, &self.contents.actions));
            let changed = change(spend);
            if changed != *spend {
                self.replace(id, entry.at, entry.date_only, &Fact::Spend(changed))?;
            }
        }
        Ok(names)
    }

    /// Takes an entry away.
    pub(crate) fn remove(&mut self, id: EntryId) -> Result<(), JourneyError> {
        let Some(entry) = self.contents.entry(id) else { return Ok(()) };
        let gone = Says { at: millis(entry.at), date_only: entry.date_only, body: None, natural_key: None };
        self.add_to(self.contents.id, Some(id), &gone).map(drop)
    }

    /// Adds a version to a service's entries.
    pub(crate) fn add_to(
        &mut self,
        service: ServiceId,
        entry: Option<EntryId>,
        says: &Says<'_>,
    ) -> Result<EntryId, JourneyError> {
        Ok(entries::add(self.conn, self.change, service, entry, says)?)
    }

    /// Writes a document of the service that lies open, or a setting of the book.
    pub(crate) fn put<T: serde::Serialize>(
        &mut self,
        kind: DocumentKind,
        name: &str,
        body: &T,
    ) -> Result<(), BookError> {
        self.put_of(self.owner(kind), kind, name, body)
    }

    /// Writes a document of a service.
    pub(crate) fn put_of<T: serde::Serialize>(
        &mut self,
        service: ServiceId,
        kind: DocumentKind,
        name: &str,
        body: &T,
    ) -> Result<(), BookError> {
        documents::write(self.conn, self.change, service, (kind, name), body)
    }

    /// Writes a document of a service that was written before; no body takes it away.
    pub(crate) fn put_body(
        &mut self,
        service: ServiceId,
        kind: DocumentKind,
        name: &str,
        body: Option<&str>,
    ) -> Result<(), BookError> {
        documents::put(self.conn, self.change, service, (kind, name), body)
    }

    /// Takes a document of the service that lies open away, or a setting of the book.
    pub(crate) fn take_away(&mut self, kind: DocumentKind, name: &str) -> Result<(), BookError> {
        self.put_body(self.owner(kind), kind, name, None)
    }

    fn owner(&self, kind: DocumentKind) -> ServiceId {
        if kind == DocumentKind::Setting { ServiceId::BOOK } else { self.contents.id }
    }

    /// The open transaction.
    pub(crate) const fn conn(&self) -> &Connection {
        self.conn
    }

    /// The number of the change that is being written.
    pub(crate) const fn change(&self) -> i64 {
        self.change
    }

    /// A name for the next document, used by none before.
    pub(crate) fn free_name(&self) -> String {
        self.change.to_string()
    }
}

#[cfg(test)]
mod tests {
    use runout_core::facts::{Fact, Grant};

    use super::*;
    use crate::{Answers, Book, preset};

    /// Only the connection can be told that its disk is full, so this one test stands behind the door.
    #[test]
    fn a_full_disk_is_said_and_nothing_is_lost() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("runout.book");
        let now = "2026-11-22T14:05:12Z".parse().unwrap();
        let zone = chrono_tz::UTC;
        let answers = Answers { left: None, allotment: None, renews: None, anchor_day: None, zone };
        let mut book = Book::create(&path, &preset("ltx-pro").unwrap().book(&answers, now).unwrap(), now).unwrap();
        let pages: i64 = book.conn.pragma_query_value(None, "page_count", |row| row.get(0)).unwrap();
        book.conn.pragma_update_and_check(None, "max_page_count", pages, |_| Ok(())).unwrap();
        let amount = runout_core::credits::Credits::new(1).unwrap();
        let note = "x".repeat(1_000_000);
        let grant = Grant { amount, pot: None, until: None, bought: true, cost: None, note };
        let add = |work: &mut Work<'_>| Ok(Change::of("x", work.add(now, false, &Fact::Grant(grant.clone()))?));
        assert!(matches!(book.transact(now, add), Err(JourneyError::Book(BookError::DiskFull))));
        assert!(book.facts().entries.is_empty());
        book.conn.pragma_update_and_check(None, "max_page_count", 1_000_000, |_| Ok(())).unwrap();
        book.transact(now, add).unwrap();
        assert_eq!(book.facts().entries.len(), 1);
    }
}
