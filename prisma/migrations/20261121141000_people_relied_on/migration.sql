-- When somebody other than the import that brought a person last found them: they may be about to store something of that person.
ALTER TABLE profile.participant ADD COLUMN relied_at timestamptz(3);
ALTER TABLE profile.volunteer ADD COLUMN relied_at timestamptz(3);
