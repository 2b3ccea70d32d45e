-- Codes that others give to agencies (data/reference/organisation_code_systems.csv), with days. On
-- no day two agencies bear one code of a system, and no agency two.
CREATE TABLE organisation_code (
    id INTEGER PRIMARY KEY,
    agency_id INTEGER NOT NULL REFERENCES organisation_agency (id),
    system TEXT NOT NULL,
    code TEXT NOT NULL,
    valid_from TEXT NOT NULL,
    valid_to TEXT,
    CHECK (valid_to IS NULL OR valid_to >= valid_from)
) {STRICT};
CREATE INDEX organisation_code_agency ON organisation_code (agency_id, system, valid_from);
CREATE INDEX organisation_code_code ON organisation_code (system, code, valid_from);

-- What an import did to them is written down as well: a list of things can only be widened anew.
CREATE TABLE organisation_import_change_2 (
    id INTEGER PRIMARY KEY,
    import_id INTEGER NOT NULL REFERENCES organisation_import (id),
    number INTEGER NOT NULL,
    thing TEXT NOT NULL
        CHECK (thing IN ('agency', 'name', 'parent', 'alias', 'contact', 'official_code')),
    row_id INTEGER NOT NULL,
    before TEXT,
    after TEXT
) {STRICT};
INSERT INTO organisation_import_change_2 (id, import_id, number, thing, row_id, before, after)
SELECT id, import_id, number, thing, row_id, before, after FROM organisation_import_change;
DROP TABLE organisation_import_change;
ALTER TABLE organisation_import_change_2 RENAME TO organisation_import_change;
CREATE INDEX organisation_import_change_import ON organisation_import_change (import_id, id);
