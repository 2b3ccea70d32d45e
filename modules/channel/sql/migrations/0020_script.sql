-- Programmes for loudspeakers and radio as they are read aloud: passages in an order.
CREATE TABLE channel_script (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    agency_id INTEGER NOT NULL,
    author_id INTEGER NOT NULL,
    last_writer_id INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('draft', 'submitted', 'returned', 'approved')),
    title TEXT NOT NULL,
    syllables_a_minute INTEGER NOT NULL CHECK (syllables_a_minute > 0),
    reason TEXT NOT NULL,
    approved_at TEXT,
    made_at TEXT NOT NULL,
    version INTEGER NOT NULL,
    CHECK ((state = 'approved') = (approved_at IS NOT NULL))
) {STRICT};
CREATE INDEX channel_script_by_agency ON channel_script (agency_id, id);
CREATE INDEX channel_script_by_state ON channel_script (state, id);
CREATE INDEX channel_script_by_author ON channel_script (author_id);
CREATE INDEX channel_script_by_last_writer ON channel_script (last_writer_id);

CREATE TABLE channel_script_part (
    script_id INTEGER NOT NULL REFERENCES channel_script (id),
    position INTEGER NOT NULL,
    article_id INTEGER NOT NULL,
    heading TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (script_id, position)
) {STRICT};
