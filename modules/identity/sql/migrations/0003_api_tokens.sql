-- Keys of programs to the API. The token itself is with its owner; a row stays when it is over.
CREATE TABLE identity_token (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL,
    account_id INTEGER NOT NULL REFERENCES identity_account (id),
    name TEXT NOT NULL,
    token_hash TEXT NOT NULL,
    hint TEXT NOT NULL,
    scopes TEXT NOT NULL,
    networks TEXT NOT NULL,
    created_at TEXT NOT NULL,
    expires_on TEXT NOT NULL,
    last_used_on TEXT,
    revoked_at TEXT
) {STRICT};
CREATE UNIQUE INDEX identity_token_hash ON identity_token (token_hash);
CREATE UNIQUE INDEX identity_token_code ON identity_token (code);
CREATE INDEX identity_token_account ON identity_token (account_id, id);
