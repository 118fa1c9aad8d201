-- What one server knows beside its meetings. Instants are milliseconds since 1970 UTC, token hashes 64 hex digits. `sum` is a
-- checksum over the table's name and the other columns of the row; whoever opens the file keeps it by triggers.

-- What this server is known by, beside others of one host; a copy of its folder goes on under the same name.
CREATE TABLE server (
  id  TEXT    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  sum INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

INSERT INTO server (id) VALUES (lower(hex(randomblob(8))));

CREATE TABLE staff (
  id         TEXT    NOT NULL PRIMARY KEY,
  name       TEXT    NOT NULL UNIQUE,
  role       TEXT    NOT NULL CHECK (role IN ('moderator', 'clerk', 'supervisor')),
  -- The salted, slow hash with its parameters, as text.
  passphrase TEXT    NOT NULL,
  created_at INTEGER NOT NULL,
  disabled   INTEGER NOT NULL DEFAULT 0 CHECK (disabled IN (0, 1)),
  sum        INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

CREATE TABLE staff_sessions (
  token_hash TEXT    NOT NULL PRIMARY KEY CHECK (length(token_hash) = 64 AND token_hash NOT GLOB '*[^0-9a-f]*'),
  staff      TEXT    NOT NULL REFERENCES staff (id),
  created_at INTEGER NOT NULL,
  -- Moves on while the session is used.
  expires_at INTEGER NOT NULL,
  sum        INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

CREATE INDEX staff_sessions_of ON staff_sessions (staff);

-- Browsers that have logged in to an account before; others' wrong tries do not lock them out.
CREATE TABLE staff_devices (
  token_hash TEXT    NOT NULL PRIMARY KEY CHECK (length(token_hash) = 64 AND token_hash NOT GLOB '*[^0-9a-f]*'),
  staff      TEXT    NOT NULL REFERENCES staff (id),
  used_at    INTEGER NOT NULL,
  sum        INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

CREATE INDEX staff_devices_of ON staff_devices (staff);

-- One-time links by which staff join; used once, then kept as a trace.
CREATE TABLE invitations (
  token_hash TEXT    NOT NULL PRIMARY KEY CHECK (length(token_hash) = 64 AND token_hash NOT GLOB '*[^0-9a-f]*'),
  role       TEXT    NOT NULL CHECK (role IN ('moderator', 'clerk', 'supervisor')),
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  used_at    INTEGER,
  sum        INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

-- The meetings of this server; `file` is the name of the meeting's file in the data folder. `card` is what lists need of it,
-- as JSON; `due` is when something in it is due next; `seq` and `hash` are the newest event that the server knew.
CREATE TABLE meetings (
  id         TEXT    NOT NULL PRIMARY KEY,
  code       TEXT    NOT NULL UNIQUE,
  file       TEXT    NOT NULL UNIQUE,
  created_at INTEGER NOT NULL,
  card       TEXT    CHECK (json_valid(card)),
  due        INTEGER,
  seq        INTEGER,
  hash       TEXT,
  sum        INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
