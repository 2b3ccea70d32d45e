-- Whom an inspection in a draft looked at, and how it was announced, as typed:
-- "unannounced so-y-te".
ALTER TABLE obligation_draft ADD COLUMN subjects TEXT NOT NULL DEFAULT '';
