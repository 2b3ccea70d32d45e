-- The bytes, one row for each content. They lie in DATA/files/ab/cdef…, named by their hash.
CREATE TABLE attachment_content (
    sha256 TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    bytes INTEGER NOT NULL CHECK (bytes > 0),
    kept_at TEXT NOT NULL
) {STRICT};

-- One file as somebody brought it.
CREATE TABLE attachment_file (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    sha256 TEXT NOT NULL REFERENCES attachment_content (sha256),
    name TEXT NOT NULL,
    added_at TEXT NOT NULL,
    added_by TEXT NOT NULL
) {STRICT};
CREATE INDEX attachment_file_content ON attachment_file (sha256);
