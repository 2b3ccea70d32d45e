-- Which sendings of forms were taken, by the key that the form carries: what is sent again, because
-- its answer was lost, is not done again. purpose and owner say what the form is about.
CREATE TABLE once_sending (
    purpose TEXT NOT NULL,
    owner_id INTEGER NOT NULL,
    key TEXT NOT NULL,
    content_sha256 TEXT NOT NULL,
    answer TEXT NOT NULL,
    taken_at TEXT NOT NULL,
    PRIMARY KEY (purpose, owner_id, key)
) {STRICT};
CREATE INDEX once_sending_by_age ON once_sending (taken_at);
