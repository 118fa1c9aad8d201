-- One meeting = this file (RULES.md §1, R11). Instants are milliseconds since 1970 UTC, hashes 64 hex digits. `sum` is a
-- checksum over the table's name and the other columns of the row; whoever opens the file keeps it by triggers.

-- What the file knows of itself: `meeting` (its id) and `code_key` (random, under which short codes are hashed).
CREATE TABLE meta (
  name  TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL,
  sum   INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

-- The log (R1-R3). `body` is the canonical JSON of an event's public part and `private` of what is private in it, hashed
-- with `salt`; version 1 had all in `body`. The columns beside them repeat what is in them for whoever reads the file by
-- hand, and must agree.
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

-- REPLACE deletes without asking delete triggers of connections that did not switch them on: so inserts are checked too.
CREATE TRIGGER events_follow BEFORE INSERT ON events
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM events)
  OR NEW.prev IS NOT coalesce((SELECT hash FROM events ORDER BY seq DESC LIMIT 1), '')
BEGIN SELECT RAISE(ABORT, 'an event must follow the last one'); END;

CREATE TRIGGER events_keep BEFORE UPDATE ON events
BEGIN SELECT RAISE(ABORT, 'events are never changed'); END;

CREATE TRIGGER events_stay BEFORE DELETE ON events
BEGIN SELECT RAISE(ABORT, 'events are never deleted'); END;

-- The box of named rounds (R4, R5): every acknowledged revision, `n` in the order in which they were committed. `body` is
-- the hashed text; `seat` and `salt` lie beside it and can be erased (R14), but in version 1, whose text names the seat and
-- has no salt. `subject` is '' where the ballot is about a whole list; `after_event` is the last event before the ballot was
-- decided; `place` is a checksum over `n`, `after_event` and `hash`.
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
  place       INTEGER NOT NULL,
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
  OR (NEW.n, NEW.round, NEW.attempt, NEW.subject, NEW.rev, NEW.after_event, NEW.body, NEW.hash, NEW.place)
    IS NOT (OLD.n, OLD.round, OLD.attempt, OLD.subject, OLD.rev, OLD.after_event, OLD.body, OLD.hash, OLD.place)
BEGIN SELECT RAISE(ABORT, 'ballots are never changed'); END;

CREATE TRIGGER ballots_stay BEFORE DELETE ON ballots
BEGIN SELECT RAISE(ABORT, 'ballots are never deleted'); END;

-- Names and attributes, erasable after the retention date (R14): the log holds salted commitments only. `formerly`: names
-- that a unit had before, as a JSON list.
CREATE TABLE directory (
  kind       TEXT NOT NULL CHECK (kind IN ('subject', 'reviewer', 'reason', 'comment', 'staff', 'attribute')),
  id         TEXT NOT NULL,
  name       TEXT NOT NULL,
  attributes TEXT NOT NULL CHECK (json_valid(attributes)),
  salt       TEXT NOT NULL,
  formerly   TEXT CHECK (json_valid(formerly)),
  sum        INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;

-- What the server keeps until it is opened: salts of draws and rosters, results of closed rounds.
CREATE TABLE secrets (
  name  TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL,
  sum   INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

-- Printed tickets: hashes only. `kind` and `holder` say whose, a reviewer's or a unit's. The newest issue of a holder is the
-- one that works; the log says which are revoked.
CREATE TABLE tickets (
  kind        TEXT    NOT NULL CHECK (kind IN ('reviewer', 'subject')),
  holder      TEXT    NOT NULL,
  issue       INTEGER NOT NULL CHECK (issue >= 1),
  secret_hash TEXT    NOT NULL UNIQUE CHECK (length(secret_hash) = 64 AND secret_hash NOT GLOB '*[^0-9a-f]*'),
  code_hash   TEXT    NOT NULL CHECK (length(code_hash) = 64 AND code_hash NOT GLOB '*[^0-9a-f]*'),
  sum         INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (kind, holder, issue)
) STRICT, WITHOUT ROWID;

-- Devices that claimed a seat. A row speaks for its seat only while the seat's claim is still this one.
CREATE TABLE seat_sessions (
  token_hash TEXT    NOT NULL PRIMARY KEY CHECK (length(token_hash) = 64 AND token_hash NOT GLOB '*[^0-9a-f]*'),
  seat       TEXT    NOT NULL,
  claim      INTEGER NOT NULL CHECK (claim >= 1),
  sum        INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
