-- The second factor of a person: the secret of the app on their telephone, sealed with the key file
-- of the data folder. Codes of the half minute `last_step` and before are used up.
CREATE TABLE identity_second_factor (
    account_id INTEGER PRIMARY KEY REFERENCES identity_account (id),
    secret TEXT NOT NULL,
    last_step INTEGER NOT NULL,
    enrolled_at TEXT NOT NULL
) {STRICT};

CREATE TABLE identity_recovery_code (
    account_id INTEGER NOT NULL REFERENCES identity_account (id),
    hash TEXT NOT NULL,
    used_at TEXT,
    PRIMARY KEY (account_id, hash)
) {STRICT};

-- Between the password and the session, or between the password and a new telephone. `draft` is the
-- sealed secret that this very browser was shown and has not confirmed yet.
CREATE TABLE identity_second_step (
    token_hash TEXT PRIMARY KEY,
    account_id INTEGER NOT NULL REFERENCES identity_account (id),
    purpose TEXT NOT NULL CHECK (purpose IN ('sign_in', 'enrolment')),
    draft TEXT,
    target TEXT NOT NULL,
    tries INTEGER NOT NULL,
    expires_at TEXT NOT NULL
) {STRICT};
CREATE INDEX identity_second_step_account ON identity_second_step (account_id);

-- Sessions begun before were begun by a password alone.
ALTER TABLE identity_session ADD COLUMN assurance TEXT NOT NULL DEFAULT 'single';
