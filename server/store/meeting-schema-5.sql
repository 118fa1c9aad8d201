-- From version 4 to 5: the directory also keeps what codes of people's attributes mean.
CREATE TABLE directory_5 (
  kind       TEXT NOT NULL CHECK (kind IN ('subject', 'reviewer', 'reason', 'comment', 'staff', 'attribute')),
  id         TEXT NOT NULL,
  name       TEXT NOT NULL,
  attributes TEXT NOT NULL CHECK (json_valid(attributes)),
  salt       TEXT NOT NULL,
  formerly   TEXT CHECK (json_valid(formerly)),
  sum        INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;
INSERT INTO directory_5 SELECT * FROM directory;
DROP TABLE directory;
ALTER TABLE directory_5 RENAME TO directory;
