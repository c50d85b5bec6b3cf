-- Several services in one book. What stood before is of service 1; a service's number is never used again.
ALTER TABLE about ADD COLUMN looked_at INTEGER NOT NULL DEFAULT 1;  -- the service that was looked at last; outside undo

ALTER TABLE entries ADD COLUMN service INTEGER NOT NULL DEFAULT 1 CHECK (service > 0);
DROP INDEX entries_by_key;
CREATE UNIQUE INDEX entries_by_key ON entries (service, natural_key) WHERE stands = 1 AND natural_key IS NOT NULL;

-- 0 is the book itself, whose settings hold for every service.
ALTER TABLE documents ADD COLUMN service INTEGER NOT NULL DEFAULT 1 CHECK (service >= 0);
UPDATE documents SET service = 0 WHERE kind = 'setting';
DROP INDEX documents_that_stand;
CREATE UNIQUE INDEX documents_that_stand ON documents (service, kind, name) WHERE stands = 1;
DROP INDEX documents_by_name;
CREATE INDEX documents_by_name ON documents (service, kind, name);

-- One forecast a day and service.
ALTER TABLE kept_forecasts RENAME TO kept_forecasts_of_one;
CREATE TABLE kept_forecasts (
  service INTEGER NOT NULL CHECK (service > 0),
  day     TEXT NOT NULL CHECK (date(day) IS day),
  at      INTEGER NOT NULL,
  form    INTEGER NOT NULL,
  body    TEXT NOT NULL CHECK (json_valid(body)),
  PRIMARY KEY (service, day)
) STRICT, WITHOUT ROWID;
INSERT INTO kept_forecasts SELECT 1, day, at, form, body FROM kept_forecasts_of_one;
DROP TABLE kept_forecasts_of_one;
