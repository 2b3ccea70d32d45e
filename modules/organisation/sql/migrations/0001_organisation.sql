-- Agencies live in time: whatever may change about one stands in a row with its days, both ends
-- included.

CREATE TABLE organisation_kind (
    key TEXT PRIMARY KEY,
    text TEXT NOT NULL,
    level TEXT NOT NULL CHECK (level IN ('province', 'district', 'commune', 'central', 'outside')),
    position INTEGER NOT NULL
) {STRICT};

CREATE TABLE organisation_agency (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    slug TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL REFERENCES organisation_kind (key),
    valid_from TEXT NOT NULL,
    valid_to TEXT,
    version INTEGER NOT NULL DEFAULT 1,
    CHECK (valid_to IS NULL OR valid_to >= valid_from)
) {STRICT};
CREATE INDEX organisation_agency_kind ON organisation_agency (kind, valid_from);

CREATE TABLE organisation_name (
    id INTEGER PRIMARY KEY,
    agency_id INTEGER NOT NULL REFERENCES organisation_agency (id),
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    short_name TEXT NOT NULL,
    short_key TEXT NOT NULL,
    valid_from TEXT NOT NULL,
    valid_to TEXT,
    CHECK (valid_to IS NULL OR valid_to >= valid_from)
) {STRICT};
CREATE INDEX organisation_name_agency ON organisation_name (agency_id, valid_from);
CREATE INDEX organisation_name_key ON organisation_name (name_key);
CREATE INDEX organisation_name_short ON organisation_name (short_key);

CREATE TABLE organisation_parent (
    id INTEGER PRIMARY KEY,
    agency_id INTEGER NOT NULL REFERENCES organisation_agency (id),
    parent_id INTEGER NOT NULL REFERENCES organisation_agency (id),
    valid_from TEXT NOT NULL,
    valid_to TEXT,
    CHECK (parent_id <> agency_id),
    CHECK (valid_to IS NULL OR valid_to >= valid_from)
) {STRICT};
CREATE INDEX organisation_parent_agency ON organisation_parent (agency_id, valid_from);
CREATE INDEX organisation_parent_parent ON organisation_parent (parent_id);

CREATE TABLE organisation_group (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    is_open INTEGER NOT NULL CHECK (is_open IN (0, 1)),
    position INTEGER NOT NULL
) {STRICT};

-- Members by rule: agencies of a kind, while the rule holds and while they exist.
CREATE TABLE organisation_group_rule (
    group_id INTEGER NOT NULL REFERENCES organisation_group (id),
    kind TEXT NOT NULL REFERENCES organisation_kind (key),
    valid_from TEXT NOT NULL,
    valid_to TEXT,
    PRIMARY KEY (group_id, kind, valid_from)
) {STRICT};

-- … and by name: one more (is_member = 1) or one less (0) than the rules say.
CREATE TABLE organisation_group_exception (
    group_id INTEGER NOT NULL REFERENCES organisation_group (id),
    agency_id INTEGER NOT NULL REFERENCES organisation_agency (id),
    is_member INTEGER NOT NULL CHECK (is_member IN (0, 1)),
    valid_from TEXT NOT NULL,
    valid_to TEXT,
    PRIMARY KEY (group_id, agency_id, valid_from)
) {STRICT};

-- Other ways to write an agency or a group: short forms, old names of a merged agency, slips seen
-- in print.
CREATE TABLE organisation_alias (
    id INTEGER PRIMARY KEY,
    alias TEXT NOT NULL,
    alias_key TEXT NOT NULL,
    agency_id INTEGER REFERENCES organisation_agency (id),
    group_id INTEGER REFERENCES organisation_group (id),
    valid_from TEXT NOT NULL,
    valid_to TEXT,
    CHECK ((agency_id IS NULL) <> (group_id IS NULL)),
    CHECK (valid_to IS NULL OR valid_to >= valid_from)
) {STRICT};
CREATE INDEX organisation_alias_key ON organisation_alias (alias_key);
CREATE INDEX organisation_alias_agency ON organisation_alias (agency_id);
CREATE INDEX organisation_alias_group ON organisation_alias (group_id);
