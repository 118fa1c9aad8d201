-- From version 2 to 3: a name of its own, by which browsers tell it from other servers of one host.
CREATE TABLE server (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 16)
) STRICT, WITHOUT ROWID;
INSERT INTO server VALUES (lower(hex(randomblob(8))));
