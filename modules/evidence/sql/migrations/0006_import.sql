-- Tables of facts that were uploaded: first proposed, then done in one piece, perhaps undone.
CREATE TABLE evidence_import (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    agency_id INTEGER NOT NULL,
    file_name TEXT NOT NULL,
    content TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('proposed', 'done', 'undone')),
    created INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    unchanged INTEGER NOT NULL,
    proposed_at TEXT NOT NULL,
    account_id INTEGER NOT NULL,
    done_at TEXT,
    undone_at TEXT
) {STRICT};
CREATE INDEX evidence_import_agency ON evidence_import (agency_id, proposed_at);
CREATE INDEX evidence_import_proposed ON evidence_import (proposed_at);

-- What each row recorded; 0 in before_id: it was new. The same row comes after the same fact once,
-- however many bring it at the same time. undone_by is the fact that took it back.
CREATE TABLE evidence_import_row (
    import_id INTEGER NOT NULL REFERENCES evidence_import (id),
    number INTEGER NOT NULL,
    agency_id INTEGER NOT NULL,
    row_code TEXT NOT NULL,
    fact_id INTEGER NOT NULL UNIQUE REFERENCES evidence_fact (id),
    before_id INTEGER NOT NULL,
    undone_by INTEGER NOT NULL,
    PRIMARY KEY (import_id, number),
    UNIQUE (agency_id, row_code, before_id)
) {STRICT};
CREATE INDEX evidence_import_row_code ON evidence_import_row (agency_id, row_code, fact_id);
