-- An agency's own Word files that are filled for documents of a kind: numbered for the kind, one of
-- them in use. The file is an attachment.
CREATE TABLE outgoing_template (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    agency_id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    number INTEGER NOT NULL,
    name TEXT NOT NULL,
    attachment_id INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('checked', 'in_use', 'ended')),
    made_at TEXT NOT NULL,
    version INTEGER NOT NULL,
    UNIQUE (agency_id, kind, number)
) {STRICT};
CREATE UNIQUE INDEX outgoing_template_used ON outgoing_template (agency_id, kind)
WHERE state = 'in_use';
