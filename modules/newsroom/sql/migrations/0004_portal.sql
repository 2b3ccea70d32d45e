-- How often what readers see has changed, and when last: one row, for caches and feeds.
CREATE TABLE newsroom_portal (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    version INTEGER NOT NULL,
    changed_at TEXT NOT NULL
) {STRICT};
INSERT INTO newsroom_portal (id, version, changed_at)
VALUES (1, 1, '1970-01-01T00:00:00.000000Z');
