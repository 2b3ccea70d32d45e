-- Newspapers, stations and pages of networks, and what appeared there for which agency. A
-- placement that counts has its fact in the ledger; what was taken back may come again.
CREATE TABLE channel_media_outlet (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL UNIQUE,
    site TEXT NOT NULL,
    mail TEXT NOT NULL,
    is_active INTEGER NOT NULL CHECK (is_active IN (0, 1)),
    version INTEGER NOT NULL
) {STRICT};

CREATE TABLE channel_media_placement (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    agency_id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    outlet_id INTEGER NOT NULL REFERENCES channel_media_outlet (id),
    happened_on TEXT NOT NULL,
    minutes INTEGER NOT NULL CHECK (minutes >= 0),
    title TEXT NOT NULL,
    link TEXT NOT NULL,
    same_key TEXT NOT NULL,
    article_id INTEGER NOT NULL,
    attachment_id INTEGER NOT NULL,
    file_sha256 TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'counted', 'taken_back')),
    reason TEXT NOT NULL,
    fact_id INTEGER NOT NULL,
    author_id INTEGER NOT NULL,
    made_at TEXT NOT NULL,
    version INTEGER NOT NULL,
    CHECK (link <> '' OR attachment_id <> 0),
    CHECK (state <> 'counted' OR fact_id <> 0)
) {STRICT};
CREATE UNIQUE INDEX channel_media_placement_same ON channel_media_placement (same_key)
    WHERE state <> 'taken_back';
CREATE INDEX channel_media_placement_by_agency
    ON channel_media_placement (agency_id, happened_on, id);
CREATE INDEX channel_media_placement_by_file ON channel_media_placement (attachment_id)
    WHERE attachment_id <> 0;
CREATE INDEX channel_media_placement_by_author ON channel_media_placement (author_id);
