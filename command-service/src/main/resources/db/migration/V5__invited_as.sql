-- As what an invitation lets someone in.
ALTER TABLE invitation ADD COLUMN role VARCHAR(10) NOT NULL DEFAULT 'author';
