-- Where people find an agency: addresses, hotlines, sites, contact points in villages; official
-- ones, never somebody's own.
CREATE TABLE organisation_contact (
    id INTEGER PRIMARY KEY,
    agency_id INTEGER NOT NULL REFERENCES organisation_agency (id),
    kind TEXT NOT NULL,
    label TEXT NOT NULL,
    value TEXT NOT NULL,
    valid_from TEXT NOT NULL,
    valid_to TEXT,
    CHECK (valid_to IS NULL OR valid_to >= valid_from)
) {STRICT};
CREATE INDEX organisation_contact_agency ON organisation_contact (agency_id, valid_from);
