-- From version 2 to 3: what is private of an event lies apart and is hashed with a salt, so that a record can leave it closed.
ALTER TABLE events ADD COLUMN private TEXT
  CHECK ((private IS NULL) = (v = 1) AND (private IS NULL OR json_valid(private)));
ALTER TABLE events ADD COLUMN salt TEXT
  CHECK ((salt IS NULL) = (v = 1) AND (salt IS NULL OR (length(salt) = 32 AND salt NOT GLOB '*[^0-9a-f]*')));
