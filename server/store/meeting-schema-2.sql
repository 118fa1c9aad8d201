-- From version 1 to 2: the directory also keeps why something was done about a person.
CREATE TABLE directory_2 (
  kind       TEXT NOT NULL CHECK (kind IN ('subject', 'reviewer', 'reason')),
  id         TEXT NOT NULL,
  name       TEXT NOT NULL,
  attributes TEXT NOT NULL CHECK (json_valid(attributes)),
  salt       TEXT NOT NULL,
  PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;
INSERT INTO directory_2 SELECT * FROM directory;
DROP TABLE directory;
ALTER TABLE directory_2 RENAME TO directory;
