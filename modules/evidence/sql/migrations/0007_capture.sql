-- Pages of ours that facts link to, as visitors saw them when the fact was recorded.
CREATE TABLE evidence_capture (
    fact_id INTEGER PRIMARY KEY REFERENCES evidence_fact (id),
    attachment_id INTEGER NOT NULL,
    taken_at TEXT NOT NULL
) {STRICT};
CREATE INDEX evidence_capture_file ON evidence_capture (attachment_id);
