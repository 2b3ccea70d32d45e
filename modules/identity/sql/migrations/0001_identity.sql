-- reads: organisation_agency
-- People and what they may do.
CREATE TABLE identity_account (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    agency_id INTEGER NOT NULL REFERENCES organisation_agency (id),
    created_at TEXT NOT NULL,
    disabled_at TEXT
) {STRICT};

-- branch_id 0 is the whole province, so it refers to no row.
CREATE TABLE identity_grant (
    account_id INTEGER NOT NULL REFERENCES identity_account (id),
    role TEXT NOT NULL CHECK (role IN ('coordinator', 'agency_officer', 'editor', 'overseer')),
    branch_id INTEGER NOT NULL,
    granted_at TEXT NOT NULL,
    PRIMARY KEY (account_id, role, branch_id)
) {STRICT};

-- Counts changes of accounts and grants: each process compares it with what it holds in memory.
CREATE TABLE identity_access_version (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    version INTEGER NOT NULL
) {STRICT};
INSERT INTO identity_access_version (id, version) VALUES (1, 1);

CREATE TABLE identity_session (
    token_hash TEXT PRIMARY KEY,
    account_id INTEGER NOT NULL REFERENCES identity_account (id),
    agency_id INTEGER NOT NULL,
    agency_name TEXT NOT NULL,
    csrf_secret TEXT NOT NULL,
    created_at TEXT NOT NULL,
    last_seen_at TEXT NOT NULL
) {STRICT};
CREATE INDEX identity_session_account ON identity_session (account_id, last_seen_at);
CREATE INDEX identity_session_seen ON identity_session (last_seen_at);

CREATE TABLE identity_sign_in_link (
    token_hash TEXT PRIMARY KEY,
    account_id INTEGER NOT NULL REFERENCES identity_account (id),
    role TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    used_at TEXT
) {STRICT};
