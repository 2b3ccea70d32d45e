-- Ten roles instead of four; user names, passwords and invitations; where a session came from.

CREATE TABLE identity_grant_of_ten (
    account_id INTEGER NOT NULL REFERENCES identity_account (id),
    role TEXT NOT NULL CHECK (role IN ('coordinator', 'agency_officer', 'editor', 'overseer',
                                       'agency_head', 'approver', 'inspector',
                                       'one_stop_officer', 'auditor', 'administrator')),
    branch_id INTEGER NOT NULL,
    granted_at TEXT NOT NULL,
    PRIMARY KEY (account_id, role, branch_id)
) {STRICT};
INSERT INTO identity_grant_of_ten (account_id, role, branch_id, granted_at)
SELECT account_id, role, branch_id, granted_at FROM identity_grant;
DROP TABLE identity_grant;
ALTER TABLE identity_grant_of_ten RENAME TO identity_grant;

-- The code stands in addresses instead of the key. Accounts made before have one of their own kind.
ALTER TABLE identity_account ADD COLUMN code TEXT;
ALTER TABLE identity_account ADD COLUMN user_name TEXT;
-- sqlite:
UPDATE identity_account SET code = upper(hex(randomblob(6)));
-- postgres:
UPDATE identity_account SET code = upper(substr(md5(random()::text || id), 1, 12));
-- both:
CREATE UNIQUE INDEX identity_account_code ON identity_account (code);
CREATE UNIQUE INDEX identity_account_user_name ON identity_account (user_name);

-- Apart from the accounts: no list of people ever reads a hash.
CREATE TABLE identity_password (
    account_id INTEGER PRIMARY KEY REFERENCES identity_account (id),
    hash TEXT NOT NULL,
    set_at TEXT NOT NULL
) {STRICT};

-- A one-time way to choose a password, the first or a new one.
CREATE TABLE identity_invitation (
    token_hash TEXT PRIMARY KEY,
    account_id INTEGER NOT NULL REFERENCES identity_account (id),
    expires_at TEXT NOT NULL,
    used_at TEXT
) {STRICT};
CREATE INDEX identity_invitation_account ON identity_invitation (account_id);

ALTER TABLE identity_session ADD COLUMN address TEXT NOT NULL DEFAULT '';
ALTER TABLE identity_session ADD COLUMN browser TEXT NOT NULL DEFAULT '';
