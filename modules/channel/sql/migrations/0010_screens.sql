-- Screens of agencies, what they are to show when, urgent notices, and what they say they showed.
-- A screen keeps of its player the hash of its token alone. What proves stays: slides and screens
-- that are given up are marked, not removed; a line of what was shown has the title of that day.
CREATE TABLE channel_screen (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    agency_id INTEGER NOT NULL,
    name TEXT NOT NULL,
    place TEXT NOT NULL,
    is_portrait INTEGER NOT NULL CHECK (is_portrait IN (0, 1)),
    has_side INTEGER NOT NULL CHECK (has_side IN (0, 1)),
    has_ticker INTEGER NOT NULL CHECK (has_ticker IN (0, 1)),
    pairing_code TEXT NOT NULL,
    pairing_until TEXT,
    token_hash TEXT NOT NULL,
    paired_at TEXT,
    sequence INTEGER NOT NULL,
    seen_at TEXT,
    showing TEXT NOT NULL,
    fault TEXT NOT NULL,
    retired_at TEXT,
    made_at TEXT NOT NULL,
    version INTEGER NOT NULL,
    CHECK ((pairing_code = '') = (pairing_until IS NULL)),
    CHECK ((token_hash = '') = (paired_at IS NULL))
) {STRICT};
CREATE INDEX channel_screen_by_agency ON channel_screen (agency_id, id);
CREATE UNIQUE INDEX channel_screen_token ON channel_screen (token_hash) WHERE token_hash <> '';
CREATE UNIQUE INDEX channel_screen_pairing ON channel_screen (pairing_code)
    WHERE pairing_code <> '';

CREATE TABLE channel_screen_playlist (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    agency_id INTEGER NOT NULL,
    screen_id INTEGER REFERENCES channel_screen (id),
    zone TEXT NOT NULL CHECK (zone IN ('main', 'side', 'ticker')),
    name TEXT NOT NULL,
    from_day TEXT,
    to_day TEXT,
    weekdays INTEGER NOT NULL CHECK (weekdays BETWEEN 1 AND 127),
    begin_minute INTEGER NOT NULL CHECK (begin_minute BETWEEN 0 AND 1439),
    end_minute INTEGER NOT NULL CHECK (end_minute BETWEEN 1 AND 1440),
    priority INTEGER NOT NULL CHECK (priority BETWEEN 1 AND 3),
    removed_at TEXT,
    made_at TEXT NOT NULL,
    version INTEGER NOT NULL
) {STRICT};
CREATE INDEX channel_screen_playlist_by_agency ON channel_screen_playlist (agency_id, id);
CREATE INDEX channel_screen_playlist_by_screen ON channel_screen_playlist (screen_id);

CREATE TABLE channel_screen_slide (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    agency_id INTEGER NOT NULL,
    playlist_id INTEGER NOT NULL REFERENCES channel_screen_playlist (id),
    position INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('article', 'text', 'picture', 'issue')),
    article_id INTEGER,
    attachment_id INTEGER,
    sha256 TEXT NOT NULL,
    title TEXT NOT NULL,
    body TEXT NOT NULL,
    from_day TEXT,
    to_day TEXT,
    seconds INTEGER NOT NULL,
    removed_at TEXT,
    made_at TEXT NOT NULL,
    CHECK ((kind = 'article') = (article_id IS NOT NULL)),
    CHECK ((kind = 'picture') = (attachment_id IS NOT NULL))
) {STRICT};
CREATE INDEX channel_screen_slide_by_playlist ON channel_screen_slide (playlist_id, position);
CREATE INDEX channel_screen_slide_by_agency ON channel_screen_slide (agency_id, sha256);
CREATE INDEX channel_screen_slide_by_attachment ON channel_screen_slide (attachment_id);

CREATE TABLE channel_screen_urgent (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    agency_id INTEGER NOT NULL,
    reaches_below INTEGER NOT NULL CHECK (reaches_below IN (0, 1)),
    title TEXT NOT NULL,
    body TEXT NOT NULL,
    begins_at TEXT NOT NULL,
    ends_at TEXT NOT NULL
) {STRICT};
CREATE INDEX channel_screen_urgent_by_agency ON channel_screen_urgent (agency_id, id);
CREATE INDEX channel_screen_urgent_by_end ON channel_screen_urgent (ends_at);

CREATE TABLE channel_screen_shown (
    screen_id INTEGER NOT NULL REFERENCES channel_screen (id),
    day TEXT NOT NULL,
    code TEXT NOT NULL,
    title TEXT NOT NULL,
    plays INTEGER NOT NULL CHECK (plays > 0),
    seconds INTEGER NOT NULL CHECK (seconds BETWEEN 1 AND 86400),
    PRIMARY KEY (screen_id, day, code)
) {STRICT};

-- Which months of a screen are recorded in evidence.
CREATE TABLE channel_screen_month (
    screen_id INTEGER NOT NULL REFERENCES channel_screen (id),
    month TEXT NOT NULL,
    fact_id INTEGER NOT NULL,
    PRIMARY KEY (screen_id, month)
) {STRICT};
