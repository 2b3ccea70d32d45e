-- Pictures and files that came with an article, and which of them each revision carries: readers
-- may have those of the public revision, and no others.
CREATE TABLE newsroom_file (
    id INTEGER PRIMARY KEY,
    article_id INTEGER NOT NULL REFERENCES newsroom_article (id),
    number INTEGER NOT NULL,
    attachment_id INTEGER NOT NULL UNIQUE,
    sha256 TEXT NOT NULL,
    is_picture INTEGER NOT NULL CHECK (is_picture IN (0, 1)),
    shows TEXT NOT NULL,
    UNIQUE (article_id, number),
    UNIQUE (article_id, sha256)
) {STRICT};
CREATE INDEX newsroom_file_by_content ON newsroom_file (sha256);

CREATE TABLE newsroom_revision_file (
    article_id INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    number INTEGER NOT NULL,
    PRIMARY KEY (article_id, revision, number),
    FOREIGN KEY (article_id, revision) REFERENCES newsroom_revision (article_id, number),
    FOREIGN KEY (article_id, number) REFERENCES newsroom_file (article_id, number)
) {STRICT};
CREATE INDEX newsroom_revision_file_by_file ON newsroom_revision_file (article_id, number);
