-- A file that was sent stays, for what was sent names it: it only goes along no more.
ALTER TABLE report_file ADD COLUMN is_removed INTEGER NOT NULL DEFAULT 0;
