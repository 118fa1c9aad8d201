-- From version 3 to 4: every row has a checksum, which the migration fills in; of a meeting is known what lists need.
ALTER TABLE meetings ADD COLUMN card TEXT CHECK (json_valid(card));
ALTER TABLE meetings ADD COLUMN due INTEGER;
ALTER TABLE meetings ADD COLUMN seq INTEGER;
ALTER TABLE meetings ADD COLUMN hash TEXT;
ALTER TABLE meetings ADD COLUMN sum INTEGER NOT NULL DEFAULT 0;
ALTER TABLE server ADD COLUMN sum INTEGER NOT NULL DEFAULT 0;
ALTER TABLE staff ADD COLUMN sum INTEGER NOT NULL DEFAULT 0;
ALTER TABLE staff_sessions ADD COLUMN sum INTEGER NOT NULL DEFAULT 0;
ALTER TABLE staff_devices ADD COLUMN sum INTEGER NOT NULL DEFAULT 0;
ALTER TABLE invitations ADD COLUMN sum INTEGER NOT NULL DEFAULT 0;
