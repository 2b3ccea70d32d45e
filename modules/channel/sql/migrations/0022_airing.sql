-- When and over whose loudspeakers a programme goes, and what became of each time, signed by an
-- officer of the agency that played it. A correction is a row of its own; one row stands for each
-- time.
CREATE TABLE channel_airing (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    script_id INTEGER NOT NULL REFERENCES channel_script (id),
    agency_id INTEGER NOT NULL,
    group_id INTEGER NOT NULL,
    from_on TEXT NOT NULL,
    to_on TEXT NOT NULL,
    weekdays INTEGER NOT NULL CHECK (weekdays BETWEEN 1 AND 127),
    minutes TEXT NOT NULL,
    plays_on_holidays INTEGER NOT NULL CHECK (plays_on_holidays IN (0, 1)),
    made_by INTEGER NOT NULL,
    made_at TEXT NOT NULL,
    ended_at TEXT,
    version INTEGER NOT NULL,
    CHECK (from_on <= to_on),
    CHECK ((agency_id = 0) <> (group_id = 0))
) {STRICT};
CREATE INDEX channel_airing_by_agency ON channel_airing (agency_id, to_on, from_on);
CREATE INDEX channel_airing_by_script ON channel_airing (script_id, id);
CREATE INDEX channel_airing_by_maker ON channel_airing (made_by);

-- Minutes of the day at which an agency plays what names no hours, from a day on.
CREATE TABLE channel_play_hours (
    id INTEGER PRIMARY KEY,
    agency_id INTEGER NOT NULL,
    from_on TEXT NOT NULL,
    minutes TEXT NOT NULL CHECK (minutes <> ''),
    set_by INTEGER NOT NULL,
    set_at TEXT NOT NULL,
    UNIQUE (agency_id, from_on)
) {STRICT};
CREATE INDEX channel_play_hours_by_setter ON channel_play_hours (set_by);

CREATE TABLE channel_broadcast (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    script_id INTEGER NOT NULL REFERENCES channel_script (id),
    agency_id INTEGER NOT NULL,
    title TEXT NOT NULL,
    file_id INTEGER NOT NULL,
    file_sha256 TEXT NOT NULL,
    seconds INTEGER NOT NULL,
    aired_on TEXT NOT NULL,
    minute INTEGER NOT NULL CHECK (minute BETWEEN 0 AND 1439),
    started_minute INTEGER NOT NULL CHECK (started_minute BETWEEN 0 AND 1439),
    played_minutes INTEGER NOT NULL CHECK (played_minutes >= 0),
    difference TEXT NOT NULL,
    signed_by INTEGER NOT NULL,
    signed_at TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    supersedes_id INTEGER NOT NULL,
    is_standing INTEGER NOT NULL CHECK (is_standing IN (0, 1)),
    fact_id INTEGER NOT NULL,
    CHECK (played_minutes > 0 OR difference <> '')
) {STRICT};
CREATE UNIQUE INDEX channel_broadcast_once
    ON channel_broadcast (agency_id, aired_on, minute, script_id) WHERE is_standing = 1;
CREATE INDEX channel_broadcast_by_script ON channel_broadcast (script_id, aired_on);
CREATE INDEX channel_broadcast_by_signer ON channel_broadcast (signed_by);
