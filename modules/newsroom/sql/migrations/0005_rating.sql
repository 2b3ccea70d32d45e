-- What readers said of an article, counted by day. Who said it is kept nowhere.
CREATE TABLE newsroom_rating (
    article_id INTEGER NOT NULL REFERENCES newsroom_article (id),
    day TEXT NOT NULL,
    useful INTEGER NOT NULL,
    not_useful INTEGER NOT NULL,
    PRIMARY KEY (article_id, day)
) {STRICT};
CREATE INDEX newsroom_rating_by_day ON newsroom_rating (day);
