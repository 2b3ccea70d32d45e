-- Articles, what they said in each revision, and under which addresses they stand for ever.
CREATE TABLE newsroom_article (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    agency_id INTEGER NOT NULL,
    author_id INTEGER NOT NULL,
    section TEXT NOT NULL,
    audience TEXT NOT NULL CHECK (audience IN ('everyone', 'citizens', 'businesses', 'officials')),
    language TEXT NOT NULL CHECK (language IN ('vi', 'en')),
    state TEXT NOT NULL
        CHECK (state IN ('draft', 'submitted', 'returned', 'approved', 'published', 'withdrawn')),
    revision INTEGER NOT NULL,
    public_revision INTEGER NOT NULL,
    slug TEXT NOT NULL,
    sent_at TEXT,
    publish_at TEXT,
    published_at TEXT,
    reason TEXT NOT NULL,
    made_at TEXT NOT NULL,
    version INTEGER NOT NULL,
    CHECK ((state = 'approved') = (publish_at IS NOT NULL)),
    CHECK (state NOT IN ('published', 'withdrawn') OR (public_revision > 0 AND slug <> ''))
) {STRICT};
CREATE INDEX newsroom_article_by_agency ON newsroom_article (agency_id, id);
CREATE INDEX newsroom_article_by_state ON newsroom_article (state, id);
CREATE INDEX newsroom_article_public ON newsroom_article (language, published_at, id)
    WHERE state = 'published';
CREATE INDEX newsroom_article_of_section ON newsroom_article (language, section, published_at, id)
    WHERE state = 'published';
CREATE INDEX newsroom_article_of_agency ON newsroom_article (agency_id, language, published_at, id)
    WHERE state = 'published';
CREATE INDEX newsroom_article_due ON newsroom_article (publish_at) WHERE state = 'approved';

CREATE TABLE newsroom_revision (
    article_id INTEGER NOT NULL REFERENCES newsroom_article (id),
    number INTEGER NOT NULL,
    title TEXT NOT NULL,
    summary TEXT NOT NULL,
    body TEXT NOT NULL,
    source TEXT NOT NULL,
    made_at TEXT NOT NULL,
    made_by INTEGER NOT NULL,
    public_at TEXT,
    note TEXT NOT NULL,
    PRIMARY KEY (article_id, number)
) {STRICT};
CREATE INDEX newsroom_revision_by_person ON newsroom_revision (made_by, article_id);

CREATE TABLE newsroom_slug (
    slug TEXT PRIMARY KEY,
    article_id INTEGER NOT NULL REFERENCES newsroom_article (id)
) {STRICT};

{SEARCH_INDEX newsroom_search};
