-- What the board speaks of for some weeks, with its days: a slogan, and articles that stand on the
-- front page and in sections no longer than it. And versions of an article in other languages.
CREATE TABLE newsroom_theme (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    agency_id INTEGER NOT NULL,
    name TEXT NOT NULL,
    slogan TEXT NOT NULL,
    begins_on TEXT NOT NULL,
    ends_on TEXT NOT NULL,
    version INTEGER NOT NULL,
    CHECK (begins_on <= ends_on)
) {STRICT};
CREATE INDEX newsroom_theme_by_days ON newsroom_theme (ends_on, begins_on);

ALTER TABLE newsroom_article ADD COLUMN theme_id INTEGER NOT NULL DEFAULT 0;
ALTER TABLE newsroom_article ADD COLUMN original_id INTEGER NOT NULL DEFAULT 0;
CREATE INDEX newsroom_article_versions ON newsroom_article (original_id)
    WHERE original_id <> 0;
