-- What newspapers and stations asked an agency. Who asked is forgotten with the answer.
CREATE TABLE channel_press_request (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    agency_id INTEGER NOT NULL,
    outlet_id INTEGER NOT NULL REFERENCES channel_media_outlet (id),
    journalist TEXT NOT NULL,
    manner TEXT NOT NULL CHECK (manner IN ('written', 'interview')),
    subject TEXT NOT NULL,
    question TEXT NOT NULL,
    asked_on TEXT NOT NULL,
    due_on TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'answered', 'declined')),
    taken_by_id INTEGER NOT NULL,
    answer TEXT NOT NULL,
    answered_on TEXT,
    author_id INTEGER NOT NULL,
    made_at TEXT NOT NULL,
    version INTEGER NOT NULL,
    CHECK ((state = 'open') = (answered_on IS NULL)),
    CHECK (state = 'open' OR journalist = '')
) {STRICT};
CREATE INDEX channel_press_request_by_agency ON channel_press_request (agency_id, id);
CREATE INDEX channel_press_request_by_author ON channel_press_request (author_id);
CREATE INDEX channel_press_request_by_taker ON channel_press_request (taken_by_id);
