-- What cameras noted in photographs, where the person who brought them wished it kept: the pictures
-- themselves are redrawn without it. A row without values: the picture noted nothing.
CREATE TABLE evidence_photo (
    attachment_id INTEGER PRIMARY KEY,
    taken_at TEXT,
    latitude REAL,
    longitude REAL
) {STRICT};
