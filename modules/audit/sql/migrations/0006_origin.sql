-- Where the request came from and in which session. Rows of jobs and commands keep nothing there,
-- and so do older ones, each with the seal that it had without these columns.
ALTER TABLE audit_entry ADD COLUMN address TEXT NOT NULL DEFAULT '';
ALTER TABLE audit_entry ADD COLUMN session TEXT NOT NULL DEFAULT '';
-- "What else was done in this session, from this address?"
CREATE INDEX audit_entry_session ON audit_entry (session, seq);
CREATE INDEX audit_entry_address ON audit_entry (address, seq);
