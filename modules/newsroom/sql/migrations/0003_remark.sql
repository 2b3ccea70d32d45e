-- What the board and the agency say to one another about an article, and which of its revisions
-- the board made.
CREATE TABLE newsroom_remark (
    id INTEGER PRIMARY KEY,
    article_id INTEGER NOT NULL REFERENCES newsroom_article (id),
    revision INTEGER NOT NULL,
    made_by INTEGER NOT NULL,
    by_board INTEGER NOT NULL CHECK (by_board IN (0, 1)),
    made_at TEXT NOT NULL,
    text TEXT NOT NULL
) {STRICT};
CREATE INDEX newsroom_remark_of_article ON newsroom_remark (article_id, id);
CREATE INDEX newsroom_remark_by_person ON newsroom_remark (made_by, id);

ALTER TABLE newsroom_revision ADD COLUMN by_board INTEGER NOT NULL DEFAULT 0;
