-- The tables of a server's file as version 3 made them (R2). Never edit them.
PRAGMA application_id = 1265398577;
PRAGMA user_version = 3;
CREATE TABLE server (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 16)
) STRICT, WITHOUT ROWID;
INSERT INTO server VALUES (lower(hex(randomblob(8))));
CREATE TABLE staff (
  id         TEXT    NOT NULL PRIMARY KEY,
  name       TEXT    NOT NULL UNIQUE,
  role       TEXT    NOT NULL CHECK (role IN ('moderator', 'clerk', 'supervisor')),
  passphrase TEXT    NOT NULL,
  created_at INTEGER NOT NULL,
  disabled   INTEGER NOT NULL DEFAULT 0 CHECK (disabled IN (0, 1))
) STRICT, WITHOUT ROWID;
CREATE TABLE staff_sessions (
  token_hash TEXT    NOT NULL PRIMARY KEY CHECK (length(token_hash) = 64 AND token_hash NOT GLOB '*[^0-9a-f]*'),
  staff      TEXT    NOT NULL REFERENCES staff (id),
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX staff_sessions_of ON staff_sessions (staff);
CREATE TABLE staff_devices (
  token_hash TEXT    NOT NULL PRIMARY KEY CHECK (length(token_hash) = 64 AND token_hash NOT GLOB '*[^0-9a-f]*'),
  staff      TEXT    NOT NULL REFERENCES staff (id),
  used_at    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX staff_devices_of ON staff_devices (staff);
CREATE TABLE invitations (
  token_hash TEXT    NOT NULL PRIMARY KEY CHECK (length(token_hash) = 64 AND token_hash NOT GLOB '*[^0-9a-f]*'),
  role       TEXT    NOT NULL CHECK (role IN ('moderator', 'clerk', 'supervisor')),
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  used_at    INTEGER
) STRICT, WITHOUT ROWID;
CREATE TABLE meetings (
  id         TEXT    NOT NULL PRIMARY KEY,
  code       TEXT    NOT NULL UNIQUE,
  file       TEXT    NOT NULL UNIQUE,
  created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
