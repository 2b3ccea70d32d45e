-- Posters, leaflets and other things that are printed or shown, designed from a template.
CREATE TABLE channel_print_design (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    agency_id INTEGER NOT NULL,
    author_id INTEGER NOT NULL,
    last_writer_id INTEGER NOT NULL,
    state TEXT NOT NULL
        CHECK (state IN ('draft', 'submitted', 'returned', 'published', 'withdrawn')),
    template TEXT NOT NULL,
    palette TEXT NOT NULL,
    kicker TEXT NOT NULL,
    title TEXT NOT NULL,
    lead TEXT NOT NULL,
    body_kind TEXT NOT NULL,
    body TEXT NOT NULL,
    address TEXT NOT NULL,
    caption TEXT NOT NULL,
    contact TEXT NOT NULL,
    valid_until TEXT,
    slug TEXT NOT NULL,
    reason TEXT NOT NULL,
    published_at TEXT,
    made_at TEXT NOT NULL,
    version INTEGER NOT NULL,
    CHECK ((state IN ('published', 'withdrawn')) = (published_at IS NOT NULL AND slug <> ''))
) {STRICT};
CREATE INDEX channel_print_design_by_agency ON channel_print_design (agency_id, id);
CREATE INDEX channel_print_design_by_state ON channel_print_design (state, id);
CREATE UNIQUE INDEX channel_print_design_slug ON channel_print_design (slug) WHERE slug <> '';
CREATE INDEX channel_print_design_by_author ON channel_print_design (author_id);
CREATE INDEX channel_print_design_by_last_writer ON channel_print_design (last_writer_id);
