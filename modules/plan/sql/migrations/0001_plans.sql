-- A plan endures; its editions are readings of it: a draft under review, the one in force,
-- those it replaced.
CREATE TABLE plan_plan (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    slug TEXT NOT NULL UNIQUE,
    coordinator_id INTEGER NOT NULL,
    created_at TEXT NOT NULL
) {STRICT};

CREATE TABLE plan_edition (
    id INTEGER PRIMARY KEY,
    plan_id INTEGER NOT NULL REFERENCES plan_plan (id),
    number INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('reading', 'failed', 'draft', 'in_force', 'replaced',
    'discarded')),
    kind TEXT NOT NULL,
    document_number TEXT,
    issued_on TEXT,
    issuer TEXT NOT NULL,
    province TEXT NOT NULL,
    year INTEGER NOT NULL,
    subject TEXT NOT NULL,
    title TEXT NOT NULL,
    signer_name TEXT,
    signer_title TEXT,
    file_id INTEGER,
    file_name TEXT NOT NULL,
    job_id INTEGER,
    problem TEXT NOT NULL,
    notes TEXT NOT NULL,
    created_at TEXT NOT NULL,
    created_by TEXT NOT NULL,
    in_force_at TEXT,
    in_force_by TEXT,
    version INTEGER NOT NULL,
    UNIQUE (plan_id, number)
) {STRICT};
CREATE INDEX plan_edition_by_state ON plan_edition (state, year);
-- One edition of a plan is in force at a time, and one is under review.
CREATE UNIQUE INDEX plan_edition_in_force ON plan_edition (plan_id) WHERE state = 'in_force';
CREATE UNIQUE INDEX plan_edition_open ON plan_edition (plan_id) WHERE state IN ('reading', 'draft');

CREATE TABLE plan_line (
    edition_id INTEGER NOT NULL REFERENCES plan_edition (id),
    number INTEGER NOT NULL,
    text TEXT NOT NULL,
    fate TEXT NOT NULL,
    page INTEGER NOT NULL,
    paragraph INTEGER NOT NULL,
    table_number INTEGER NOT NULL,
    row_number INTEGER NOT NULL,
    settled INTEGER NOT NULL,
    PRIMARY KEY (edition_id, number)
) {STRICT};

-- `terms` is the JSON of what an item says beyond its columns (schedule, quotas, metrics,
-- audience, notes, context);
-- `lineage` is the id of the first edition's item, the same through all editions.
CREATE TABLE plan_item (
    id INTEGER PRIMARY KEY,
    edition_id INTEGER NOT NULL REFERENCES plan_edition (id),
    lineage INTEGER NOT NULL,
    position REAL NOT NULL,
    path TEXT NOT NULL,
    type TEXT NOT NULL CHECK (type IN ('target', 'activity', 'topic', 'channel', 'duty')),
    title TEXT NOT NULL,
    area TEXT NOT NULL,
    requested INTEGER NOT NULL,
    first_line INTEGER NOT NULL,
    last_line INTEGER NOT NULL,
    confidence REAL NOT NULL,
    is_reviewed INTEGER NOT NULL,
    is_removed INTEGER NOT NULL,
    terms TEXT NOT NULL,
    version INTEGER NOT NULL
) {STRICT};
CREATE INDEX plan_item_by_edition ON plan_item (edition_id, position);

CREATE TABLE plan_item_agency (
    item_id INTEGER NOT NULL REFERENCES plan_item (id),
    role TEXT NOT NULL CHECK (role IN ('lead', 'support', 'oversee')),
    number INTEGER NOT NULL,
    text TEXT NOT NULL,
    agency_id INTEGER,
    group_id INTEGER,
    PRIMARY KEY (item_id, role, number)
) {STRICT};
CREATE INDEX plan_item_agency_by_agency ON plan_item_agency (agency_id);
CREATE INDEX plan_item_agency_by_group ON plan_item_agency (group_id);

CREATE TABLE plan_reference (
    edition_id INTEGER NOT NULL REFERENCES plan_edition (id),
    number INTEGER NOT NULL,
    kind TEXT NOT NULL,
    document_number TEXT,
    issued_on TEXT,
    issuer TEXT,
    name TEXT,
    PRIMARY KEY (edition_id, number)
) {STRICT};

CREATE TABLE plan_recipient (
    edition_id INTEGER NOT NULL REFERENCES plan_edition (id),
    number INTEGER NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (edition_id, number)
) {STRICT};

-- One step of review that can be undone: the items as they were before it, as JSON.
CREATE TABLE plan_edit (
    id INTEGER PRIMARY KEY,
    edition_id INTEGER NOT NULL REFERENCES plan_edition (id),
    action TEXT NOT NULL,
    summary TEXT NOT NULL,
    before TEXT NOT NULL,
    done_at TEXT NOT NULL,
    done_by TEXT NOT NULL,
    is_undone INTEGER NOT NULL
) {STRICT};
CREATE INDEX plan_edit_by_edition ON plan_edit (edition_id, id);

-- What an amended reading changes, item by item, and whether a person accepted it.
CREATE TABLE plan_change (
    id INTEGER PRIMARY KEY,
    edition_id INTEGER NOT NULL REFERENCES plan_edition (id),
    number INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('added', 'changed', 'removed')),
    old_item_id INTEGER,
    new_item_id INTEGER,
    decision TEXT NOT NULL CHECK (decision IN ('open', 'accepted', 'refused')),
    version INTEGER NOT NULL,
    UNIQUE (edition_id, number)
) {STRICT};

-- Old slugs lead to the plan for ever.
CREATE TABLE plan_slug (
    slug TEXT PRIMARY KEY,
    plan_id INTEGER NOT NULL REFERENCES plan_plan (id)
) {STRICT};

{SEARCH_INDEX plan_search}
