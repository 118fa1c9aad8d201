-- From version 2 to 3: what is private of an event lies apart and is hashed with a salt, so that a record can leave it closed.
ALTER TABLE events ADD COLUMN private TEXT
  CHECK ((private IS NULL) = (v = 1) AND (private IS NULL OR json_valid(private)));
ALTER TABLE events ADD COLUMN salt TEXT
  CHECK ((salt IS NULL) = (v = 1) AND (salt IS NULL OR (length(salt) = 32 AND salt NOT GLOB '*[^0-9a-f]*')));
-- Whose a ballot is lies beside its text from now on and can be erased, with the salt that its text names the voter by.
CREATE TABLE ballots_3 (
  n           INTEGER NOT NULL PRIMARY KEY,
  round       TEXT    NOT NULL,
  attempt     INTEGER NOT NULL CHECK (attempt >= 1),
  subject     TEXT    NOT NULL,
  seat        TEXT    CHECK (seat IS NOT NULL OR salt IS NULL),
  rev         INTEGER NOT NULL CHECK (rev >= 1),
  salt        TEXT    CHECK (length(salt) = 32 AND salt NOT GLOB '*[^0-9a-f]*'),
  after_event INTEGER NOT NULL REFERENCES events (seq),
  body        TEXT    NOT NULL,
  hash        TEXT    NOT NULL CHECK (length(hash) = 64),
  UNIQUE (round, attempt, subject, seat, rev)
) STRICT;
INSERT INTO ballots_3
  SELECT rowid, round, attempt, subject, seat, rev, NULL, after_event, body, hash FROM ballots ORDER BY rowid;
DROP TABLE ballots;
ALTER TABLE ballots_3 RENAME TO ballots;
CREATE TRIGGER ballots_once BEFORE INSERT ON ballots
WHEN EXISTS (
  SELECT 1 FROM ballots
  WHERE round = NEW.round AND attempt = NEW.attempt AND subject = NEW.subject
    AND seat = NEW.seat AND rev = NEW.rev
)
BEGIN SELECT RAISE(ABORT, 'this revision is already kept'); END;

CREATE TRIGGER ballots_keep BEFORE UPDATE ON ballots
WHEN NEW.seat IS NOT NULL OR NEW.salt IS NOT NULL OR OLD.salt IS NULL
  OR (NEW.n, NEW.round, NEW.attempt, NEW.subject, NEW.rev, NEW.after_event, NEW.body, NEW.hash)
    IS NOT (OLD.n, OLD.round, OLD.attempt, OLD.subject, OLD.rev, OLD.after_event, OLD.body, OLD.hash)
BEGIN SELECT RAISE(ABORT, 'ballots are never changed'); END;

CREATE TRIGGER ballots_stay BEFORE DELETE ON ballots
BEGIN SELECT RAISE(ABORT, 'ballots are never deleted'); END;
-- A ticket belongs to a holder.
CREATE TABLE tickets_3 (
  kind        TEXT    NOT NULL CHECK (kind IN ('reviewer', 'subject')),
  holder      TEXT    NOT NULL,
  issue       INTEGER NOT NULL CHECK (issue >= 1),
  secret_hash TEXT    NOT NULL UNIQUE CHECK (length(secret_hash) = 64 AND secret_hash NOT GLOB '*[^0-9a-f]*'),
  code_hash   TEXT    NOT NULL CHECK (length(code_hash) = 64 AND code_hash NOT GLOB '*[^0-9a-f]*'),
  PRIMARY KEY (kind, holder, issue)
) STRICT, WITHOUT ROWID;
INSERT INTO tickets_3 SELECT 'reviewer', reviewer, issue, secret_hash, code_hash FROM tickets;
DROP TABLE tickets;
ALTER TABLE tickets_3 RENAME TO tickets;
-- The directory also keeps what units were called before, and comments.
CREATE TABLE directory_3 (
  kind       TEXT NOT NULL CHECK (kind IN ('subject', 'reviewer', 'reason', 'comment')),
  id         TEXT NOT NULL,
  name       TEXT NOT NULL,
  attributes TEXT NOT NULL CHECK (json_valid(attributes)),
  salt       TEXT NOT NULL,
  formerly   TEXT CHECK (json_valid(formerly)),
  PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;
INSERT INTO directory_3 SELECT kind, id, name, attributes, salt, NULL FROM directory;
DROP TABLE directory;
ALTER TABLE directory_3 RENAME TO directory;
