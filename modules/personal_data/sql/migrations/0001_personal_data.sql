-- reads: identity_account organisation_agency
-- What people ask about their own data, and what they agreed to.

-- account_id is empty for a person without an account, who asked on paper; then asker_name says
-- who. The days follow from a dated rule and are kept: a later rule does not change a promise.
CREATE TABLE personal_data_request (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (kind IN ('access', 'correction', 'deletion', 'restriction',
                                       'objection', 'withdrawal')),
    state TEXT NOT NULL CHECK (state IN ('received', 'acknowledged', 'done', 'refused')),
    account_id INTEGER REFERENCES identity_account (id),
    asker_name TEXT NOT NULL,
    contact TEXT NOT NULL,
    wish TEXT NOT NULL,
    agency_id INTEGER NOT NULL REFERENCES organisation_agency (id),
    received_on TEXT NOT NULL,
    acknowledge_by TEXT NOT NULL,
    finish_by TEXT NOT NULL,
    with_others INTEGER NOT NULL,
    acknowledged_on TEXT,
    extension_reason TEXT NOT NULL,
    answered_on TEXT,
    answer TEXT NOT NULL,
    version INTEGER NOT NULL
) {STRICT};
CREATE INDEX personal_data_request_state ON personal_data_request (state, finish_by);
CREATE INDEX personal_data_request_answered ON personal_data_request (answered_on);
CREATE INDEX personal_data_request_account ON personal_data_request (account_id);

-- Only added to: the latest row of a purpose says what holds. The hash is of the wording shown.
CREATE TABLE personal_data_consent (
    id INTEGER PRIMARY KEY,
    account_id INTEGER NOT NULL REFERENCES identity_account (id),
    purpose TEXT NOT NULL,
    wording INTEGER NOT NULL,
    wording_hash TEXT NOT NULL,
    is_given INTEGER NOT NULL,
    at TEXT NOT NULL
) {STRICT};
CREATE INDEX personal_data_consent_account ON personal_data_consent (account_id, purpose, id);
