-- A one-time way to a new password that a person asked for by mail.
CREATE TABLE identity_password_reset (
    token_hash TEXT PRIMARY KEY,
    account_id INTEGER NOT NULL REFERENCES identity_account (id),
    expires_at TEXT NOT NULL
) {STRICT};
CREATE INDEX identity_password_reset_account ON identity_password_reset (account_id);
CREATE INDEX identity_password_reset_expires ON identity_password_reset (expires_at);
