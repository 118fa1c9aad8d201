-- From version 3 to 4: every row that no chain of hashes holds has a checksum, which the migration fills in. The place of a
-- ballot gets its own.
DROP TRIGGER ballots_keep;
ALTER TABLE ballots ADD COLUMN place INTEGER NOT NULL DEFAULT 0;
UPDATE ballots SET place = row_sum('ballots', n, after_event, hash);
CREATE TRIGGER ballots_keep BEFORE UPDATE ON ballots
WHEN NEW.seat IS NOT NULL OR NEW.salt IS NOT NULL OR OLD.salt IS NULL
  OR (NEW.n, NEW.round, NEW.attempt, NEW.subject, NEW.rev, NEW.after_event, NEW.body, NEW.hash, NEW.place)
    IS NOT (OLD.n, OLD.round, OLD.attempt, OLD.subject, OLD.rev, OLD.after_event, OLD.body, OLD.hash, OLD.place)
BEGIN SELECT RAISE(ABORT, 'ballots are never changed'); END;
ALTER TABLE meta ADD COLUMN sum INTEGER NOT NULL DEFAULT 0;
ALTER TABLE secrets ADD COLUMN sum INTEGER NOT NULL DEFAULT 0;
ALTER TABLE tickets ADD COLUMN sum INTEGER NOT NULL DEFAULT 0;
ALTER TABLE seat_sessions ADD COLUMN sum INTEGER NOT NULL DEFAULT 0;
-- The directory also keeps who of the staff has acted.
CREATE TABLE directory_4 (
  kind       TEXT NOT NULL CHECK (kind IN ('subject', 'reviewer', 'reason', 'comment', 'staff')),
  id         TEXT NOT NULL,
  name       TEXT NOT NULL,
  attributes TEXT NOT NULL CHECK (json_valid(attributes)),
  salt       TEXT NOT NULL,
  formerly   TEXT CHECK (json_valid(formerly)),
  sum        INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;
INSERT INTO directory_4 SELECT kind, id, name, attributes, salt, formerly, 0 FROM directory;
DROP TABLE directory;
ALTER TABLE directory_4 RENAME TO directory;
