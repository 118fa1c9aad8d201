-- The tables of a meeting's file as version 3 made them (R2). Never edit them.
PRAGMA application_id = 1265397041;
PRAGMA user_version = 3;
CREATE TABLE meta (
  name  TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE events (
  seq  INTEGER NOT NULL PRIMARY KEY CHECK (seq >= 1),
  at   INTEGER NOT NULL,
  type TEXT    NOT NULL,
  v    INTEGER NOT NULL CHECK (v >= 1),
  body TEXT    NOT NULL CHECK (json_valid(body)),
  prev TEXT    NOT NULL CHECK (prev = '' OR (length(prev) = 64 AND prev NOT GLOB '*[^0-9a-f]*')),
  hash TEXT    NOT NULL UNIQUE CHECK (length(hash) = 64 AND hash NOT GLOB '*[^0-9a-f]*'),
  private TEXT
    CHECK ((private IS NULL) = (v = 1) AND (private IS NULL OR json_valid(private))),
  salt TEXT
    CHECK ((salt IS NULL) = (v = 1) AND (salt IS NULL OR (length(salt) = 32 AND salt NOT GLOB '*[^0-9a-f]*')))
) STRICT;
CREATE TRIGGER events_follow BEFORE INSERT ON events
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM events)
  OR NEW.prev IS NOT coalesce((SELECT hash FROM events ORDER BY seq DESC LIMIT 1), '')
BEGIN SELECT RAISE(ABORT, 'an event must follow the last one'); END;
CREATE TRIGGER events_keep BEFORE UPDATE ON events
BEGIN SELECT RAISE(ABORT, 'events are never changed'); END;
CREATE TRIGGER events_stay BEFORE DELETE ON events
BEGIN SELECT RAISE(ABORT, 'events are never deleted'); END;
CREATE TABLE ballots (
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
CREATE TABLE directory (
  kind       TEXT NOT NULL CHECK (kind IN ('subject', 'reviewer', 'reason', 'comment')),
  id         TEXT NOT NULL,
  name       TEXT NOT NULL,
  attributes TEXT NOT NULL CHECK (json_valid(attributes)),
  salt       TEXT NOT NULL,
  formerly   TEXT CHECK (json_valid(formerly)),
  PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE secrets (
  name  TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE tickets (
  kind        TEXT    NOT NULL CHECK (kind IN ('reviewer', 'subject')),
  holder      TEXT    NOT NULL,
  issue       INTEGER NOT NULL CHECK (issue >= 1),
  secret_hash TEXT    NOT NULL UNIQUE CHECK (length(secret_hash) = 64 AND secret_hash NOT GLOB '*[^0-9a-f]*'),
  code_hash   TEXT    NOT NULL CHECK (length(code_hash) = 64 AND code_hash NOT GLOB '*[^0-9a-f]*'),
  PRIMARY KEY (kind, holder, issue)
) STRICT, WITHOUT ROWID;
CREATE TABLE seat_sessions (
  token_hash TEXT    NOT NULL PRIMARY KEY CHECK (length(token_hash) = 64 AND token_hash NOT GLOB '*[^0-9a-f]*'),
  seat       TEXT    NOT NULL,
  claim      INTEGER NOT NULL CHECK (claim >= 1)
) STRICT, WITHOUT ROWID;
