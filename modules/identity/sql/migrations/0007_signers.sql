-- reads: organisation_agency
-- Who may sign for an agency, in which form (data/reference/signing_forms.csv), on which days.
CREATE TABLE identity_signer (
    id INTEGER PRIMARY KEY,
    agency_id INTEGER NOT NULL REFERENCES organisation_agency (id),
    form TEXT NOT NULL,
    name TEXT NOT NULL,
    collective TEXT NOT NULL,
    head_title TEXT NOT NULL,
    own_title TEXT NOT NULL,
    matters TEXT NOT NULL,
    document TEXT NOT NULL,
    account_id INTEGER REFERENCES identity_account (id),
    valid_from TEXT NOT NULL,
    valid_to TEXT,
    CHECK (valid_to IS NULL OR valid_to >= valid_from)
) {STRICT};
CREATE INDEX identity_signer_agency ON identity_signer (agency_id, valid_from);
