-- Whom a provider of sign-in knows under which name.
CREATE TABLE identity_oidc_link (
    issuer TEXT NOT NULL,
    subject TEXT NOT NULL,
    account_id INTEGER NOT NULL REFERENCES identity_account (id),
    linked_at TEXT NOT NULL,
    PRIMARY KEY (issuer, subject)
) {STRICT};
CREATE UNIQUE INDEX identity_oidc_link_account ON identity_oidc_link (account_id, issuer);

-- Attempts that were used, for the minutes in which they could be used again.
CREATE TABLE identity_oidc_attempt (
    mark TEXT PRIMARY KEY,
    used_at TEXT NOT NULL
) {STRICT};
CREATE INDEX identity_oidc_attempt_used ON identity_oidc_attempt (used_at);
