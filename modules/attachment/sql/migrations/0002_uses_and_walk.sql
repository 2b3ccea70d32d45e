-- What each file is for, which object of that use it belongs to, and what the person sent (pictures
-- are redrawn). Files from before belong to no named use and are what was sent.
ALTER TABLE attachment_file ADD COLUMN original_sha256 TEXT NOT NULL DEFAULT '';
ALTER TABLE attachment_file ADD COLUMN use_key TEXT NOT NULL DEFAULT '';
ALTER TABLE attachment_file ADD COLUMN object_id INTEGER NOT NULL DEFAULT 0;
ALTER TABLE attachment_file ADD COLUMN place INTEGER NOT NULL DEFAULT 0;
UPDATE attachment_file SET original_sha256 = sha256;
CREATE UNIQUE INDEX attachment_file_place ON attachment_file (use_key, object_id, place)
    WHERE use_key <> '';

-- none, clean, waiting or infected: what the virus scanner said.
ALTER TABLE attachment_content ADD COLUMN scan TEXT NOT NULL DEFAULT 'none';
CREATE INDEX attachment_content_scan ON attachment_content (scan)
    WHERE scan IN ('waiting', 'infected');

-- The walk through all contents. One row: where it is, and what the last whole round saw.
CREATE TABLE attachment_walk (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    step INTEGER NOT NULL,
    place TEXT NOT NULL,
    began_at TEXT,
    contents INTEGER NOT NULL,
    bytes INTEGER NOT NULL,
    orphans INTEGER NOT NULL,
    ended_at TEXT,
    ended_contents INTEGER NOT NULL,
    ended_bytes INTEGER NOT NULL,
    ended_orphans INTEGER NOT NULL
) {STRICT};
INSERT INTO attachment_walk VALUES (1, 1, '00', NULL, 0, 0, 0, NULL, 0, 0, 0);

-- What it found wrong: missing, changed, or orphan (a content that no row names, removed some weeks
-- after it was found). A row goes when all is well again.
CREATE TABLE attachment_fault (
    sha256 TEXT PRIMARY KEY,
    fault TEXT NOT NULL,
    found_at TEXT NOT NULL,
    seen_at TEXT NOT NULL
) {STRICT};
