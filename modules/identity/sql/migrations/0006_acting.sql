-- reads: organisation_agency
-- For whom people act: their posts, what was delegated to them, and how a session acts now.

CREATE TABLE identity_post (
    id INTEGER PRIMARY KEY,
    account_id INTEGER NOT NULL REFERENCES identity_account (id),
    agency_id INTEGER NOT NULL REFERENCES organisation_agency (id),
    title TEXT NOT NULL,
    valid_from TEXT NOT NULL,
    valid_to TEXT,
    CHECK (valid_to IS NULL OR valid_to >= valid_from)
) {STRICT};
CREATE INDEX identity_post_account ON identity_post (account_id, valid_from);
CREATE INDEX identity_post_agency ON identity_post (agency_id);
-- Everybody has worked at the agency of their account since it was made.
INSERT INTO identity_post (id, account_id, agency_id, title, valid_from)
SELECT id, id, agency_id, '', substr(created_at, 1, 10) FROM identity_account;

-- branch_id 0 is the whole province, as in identity_grant.
CREATE TABLE identity_delegation (
    id INTEGER PRIMARY KEY,
    delegator_id INTEGER NOT NULL REFERENCES identity_account (id),
    delegate_id INTEGER NOT NULL REFERENCES identity_account (id),
    role TEXT NOT NULL,
    branch_id INTEGER NOT NULL,
    valid_from TEXT NOT NULL,
    valid_to TEXT NOT NULL,
    document TEXT NOT NULL,
    made_at TEXT NOT NULL,
    made_by TEXT NOT NULL,
    ended_at TEXT,
    ended_by TEXT,
    CHECK (delegator_id <> delegate_id),
    CHECK (valid_to >= valid_from)
) {STRICT};
CREATE INDEX identity_delegation_delegator ON identity_delegation (delegator_id, valid_to);
CREATE INDEX identity_delegation_delegate ON identity_delegation (delegate_id, valid_to);

-- 0: the person's own roles.
ALTER TABLE identity_session ADD COLUMN on_behalf_of INTEGER NOT NULL DEFAULT 0;
