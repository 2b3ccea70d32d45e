-- Tables of agencies that were uploaded: first proposed, then done in one piece, perhaps undone.
CREATE TABLE organisation_import (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    file_name TEXT NOT NULL,
    content TEXT NOT NULL,
    day TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('proposed', 'done', 'undone')),
    created INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    unchanged INTEGER NOT NULL,
    proposed_at TEXT NOT NULL,
    proposed_by TEXT NOT NULL,
    done_at TEXT,
    undone_at TEXT
) {STRICT};
CREATE INDEX organisation_import_proposed ON organisation_import (proposed_at);

-- What it did, for people; a row of the table each. Its agency may be gone again.
CREATE TABLE organisation_import_row (
    import_id INTEGER NOT NULL REFERENCES organisation_import (id),
    number INTEGER NOT NULL,
    is_new INTEGER NOT NULL CHECK (is_new IN (0, 1)),
    agency_id INTEGER NOT NULL,
    name TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (import_id, number)
) {STRICT};

-- … and what it did to our rows, to be taken back in the opposite order: as JSON before and after,
-- NULL where the row was not there.
CREATE TABLE organisation_import_change (
    id INTEGER PRIMARY KEY,
    import_id INTEGER NOT NULL REFERENCES organisation_import (id),
    number INTEGER NOT NULL,
    thing TEXT NOT NULL CHECK (thing IN ('agency', 'name', 'parent', 'alias', 'contact')),
    row_id INTEGER NOT NULL,
    before TEXT,
    after TEXT
) {STRICT};
CREATE INDEX organisation_import_change_import ON organisation_import_change (import_id, id);
