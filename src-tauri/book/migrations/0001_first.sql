-- What this book is. One row.
CREATE TABLE about (
  id         INTEGER PRIMARY KEY CHECK (id = 1),
  made       INTEGER NOT NULL,                              -- unix milliseconds
  sample     INTEGER NOT NULL CHECK (sample IN (0, 1)),     -- whether its history is made up
  nearest    TEXT,                                          -- what the plan's rules could not say
  lineage    INTEGER NOT NULL,                              -- another number is another history in this file
  revision   INTEGER NOT NULL CHECK (revision >= 0),        -- counts what was written, undone and redone
  clock_said INTEGER NOT NULL CHECK (clock_said >= 0)       -- the change for which a clock set back was last said
) STRICT;

-- What was done, by name: the steps of undo and redo.
CREATE TABLE changes (
  id       INTEGER PRIMARY KEY,
  at       INTEGER NOT NULL,                                -- unix milliseconds
  name     TEXT NOT NULL,
  state    TEXT NOT NULL CHECK (state IN ('first', 'done', 'undone', 'dropped')),
  revision INTEGER NOT NULL                                 -- of the book, when it was last done or undone
) STRICT;
CREATE INDEX changes_by_state ON changes (state, id);
CREATE INDEX changes_by_revision ON changes (revision);

-- Versions of entries. Rows are only ever added; which version of an entry stands is what undo and redo move.
CREATE TABLE entries (
  version     INTEGER PRIMARY KEY,
  entry       INTEGER NOT NULL,                             -- the id, kept over edits; the order of entry
  change      INTEGER NOT NULL REFERENCES changes (id),
  supersedes  INTEGER REFERENCES entries (version),
  stands      INTEGER NOT NULL CHECK (stands IN (0, 1)),
  natural_key TEXT,                                         -- of an imported entry: the same key twice is one entry
  at          INTEGER NOT NULL,                             -- unix milliseconds
  date_only   INTEGER NOT NULL CHECK (date_only IN (0, 1)),
  form        INTEGER NOT NULL,                             -- the shape of the body
  body        TEXT CHECK (json_valid(body))                 -- NULL where the entry was deleted
) STRICT;
CREATE UNIQUE INDEX entries_that_stand ON entries (entry) WHERE stands = 1;
CREATE UNIQUE INDEX entries_by_key ON entries (natural_key) WHERE stands = 1 AND natural_key IS NOT NULL;
CREATE INDEX entries_by_change ON entries (change);
CREATE INDEX entries_by_entry ON entries (entry);

-- Versions of everything else that can be undone: the service, its terms, marks of days, actions, settings.
CREATE TABLE documents (
  version    INTEGER PRIMARY KEY,
  kind       TEXT NOT NULL CHECK (kind IN ('service', 'terms', 'mark', 'action', 'setting')),
  name       TEXT NOT NULL,
  change     INTEGER NOT NULL REFERENCES changes (id),
  supersedes INTEGER REFERENCES documents (version),
  stands     INTEGER NOT NULL CHECK (stands IN (0, 1)),
  form       INTEGER NOT NULL,
  body       TEXT CHECK (json_valid(body))
) STRICT;
CREATE UNIQUE INDEX documents_that_stand ON documents (kind, name) WHERE stands = 1;
CREATE INDEX documents_by_change ON documents (change);
CREATE INDEX documents_by_name ON documents (kind, name);

-- One forecast a day, kept to be scored later. Outside undo.
CREATE TABLE kept_forecasts (
  day  TEXT PRIMARY KEY CHECK (date(day) IS day),
  at   INTEGER NOT NULL,
  form INTEGER NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body))
) STRICT, WITHOUT ROWID;
