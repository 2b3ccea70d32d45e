-- Issues of agencies' newsletters, and which articles stand in them in which order. An issue gets
-- year and number when it goes out.
CREATE TABLE channel_issue (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    agency_id INTEGER NOT NULL,
    author_id INTEGER NOT NULL,
    last_writer_id INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('draft', 'submitted', 'returned', 'approved', 'sent')),
    year INTEGER NOT NULL,
    number INTEGER NOT NULL,
    slug TEXT NOT NULL,
    title TEXT NOT NULL,
    opening TEXT NOT NULL,
    reason TEXT NOT NULL,
    release_at TEXT,
    released_at TEXT,
    made_at TEXT NOT NULL,
    version INTEGER NOT NULL,
    CHECK ((state = 'approved') = (release_at IS NOT NULL)),
    CHECK ((state = 'sent') = (released_at IS NOT NULL AND number > 0 AND slug <> ''))
) {STRICT};
CREATE INDEX channel_issue_by_agency ON channel_issue (agency_id, id);
CREATE INDEX channel_issue_by_state ON channel_issue (state, id);
CREATE UNIQUE INDEX channel_issue_number ON channel_issue (agency_id, year, number)
    WHERE state = 'sent';
CREATE UNIQUE INDEX channel_issue_slug ON channel_issue (slug) WHERE state = 'sent';
CREATE INDEX channel_issue_released ON channel_issue (released_at, id) WHERE state = 'sent';
CREATE INDEX channel_issue_due ON channel_issue (release_at) WHERE state = 'approved';
CREATE INDEX channel_issue_by_author ON channel_issue (author_id);
CREATE INDEX channel_issue_by_last_writer ON channel_issue (last_writer_id);

CREATE TABLE channel_issue_entry (
    issue_id INTEGER NOT NULL REFERENCES channel_issue (id),
    position INTEGER NOT NULL,
    article_id INTEGER NOT NULL,
    headline TEXT NOT NULL,
    PRIMARY KEY (issue_id, position),
    UNIQUE (issue_id, article_id)
) {STRICT};
