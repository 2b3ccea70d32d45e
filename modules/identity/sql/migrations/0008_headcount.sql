-- reads: organisation_agency
-- How many people an agency has; each number holds until the next of its agency and category.
CREATE TABLE identity_headcount (
    agency_id INTEGER NOT NULL REFERENCES organisation_agency (id),
    category TEXT NOT NULL,
    valid_from TEXT NOT NULL,
    people INTEGER NOT NULL CHECK (people >= 0),
    source TEXT NOT NULL,
    PRIMARY KEY (agency_id, category, valid_from)
) {STRICT};
