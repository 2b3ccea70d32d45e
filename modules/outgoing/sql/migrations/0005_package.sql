-- Packages of documents on their way to another program, by the drop folder.
CREATE TABLE outgoing_package (
    document_id INTEGER PRIMARY KEY REFERENCES outgoing_document (id),
    state TEXT NOT NULL CHECK (state IN ('waiting', 'handed', 'failed')),
    attempts INTEGER NOT NULL,
    error TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    queued_at TEXT NOT NULL,
    handed_at TEXT
) {STRICT};
CREATE INDEX outgoing_package_open ON outgoing_package (state, queued_at)
    WHERE state <> 'handed';
