-- From version 1 to 2: browsers that have logged in to an account before.
CREATE TABLE staff_devices (
  token_hash TEXT    NOT NULL PRIMARY KEY CHECK (length(token_hash) = 64 AND token_hash NOT GLOB '*[^0-9a-f]*'),
  staff      TEXT    NOT NULL REFERENCES staff (id),
  used_at    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX staff_devices_of ON staff_devices (staff);
