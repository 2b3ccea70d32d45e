-- Whose delegated roles the actor used. Rows of a person's own power keep 0 and nothing, and the
-- seal that they had without these columns.
ALTER TABLE audit_entry ADD COLUMN on_behalf_of INTEGER NOT NULL DEFAULT 0;
ALTER TABLE audit_entry ADD COLUMN on_behalf_of_name TEXT NOT NULL DEFAULT '';
