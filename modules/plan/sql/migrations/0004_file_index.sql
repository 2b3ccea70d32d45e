-- A file is let out by the edition that it belongs to.
CREATE INDEX plan_edition_file ON plan_edition (file_id);
