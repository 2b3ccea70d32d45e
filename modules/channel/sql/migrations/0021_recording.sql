-- Sounds of approved scripts: brought, recorded in the browser, or said by the machine. A script
-- has one that is ready, and one in the making.
CREATE TABLE channel_recording (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    script_id INTEGER NOT NULL REFERENCES channel_script (id),
    source TEXT NOT NULL CHECK (source IN ('uploaded', 'recorded', 'draft_voice')),
    state TEXT NOT NULL CHECK (state IN ('making', 'ready', 'failed', 'retired')),
    brought_file_id INTEGER NOT NULL,
    file_id INTEGER NOT NULL,
    seconds INTEGER NOT NULL,
    bytes INTEGER NOT NULL,
    fault TEXT NOT NULL,
    job_id INTEGER NOT NULL,
    made_by INTEGER NOT NULL,
    made_at TEXT NOT NULL,
    accepted_by INTEGER NOT NULL,
    accepted_at TEXT,
    version INTEGER NOT NULL,
    CHECK (state <> 'ready' OR (file_id > 0 AND seconds > 0))
) {STRICT};
CREATE UNIQUE INDEX channel_recording_ready ON channel_recording (script_id)
    WHERE state = 'ready';
CREATE UNIQUE INDEX channel_recording_open ON channel_recording (script_id)
    WHERE state IN ('making', 'failed');
CREATE INDEX channel_recording_by_script ON channel_recording (script_id, id);
CREATE INDEX channel_recording_by_maker ON channel_recording (made_by);
