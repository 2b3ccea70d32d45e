-- An agency may become one of another kind (a center goes from the district to the commune): its
-- kind stands with its name and has the same days. Kinds have days themselves: a level of the state
-- may end, and nothing new is of it.
CREATE TABLE organisation_name_of_kind (
    id INTEGER PRIMARY KEY,
    agency_id INTEGER NOT NULL REFERENCES organisation_agency (id),
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    short_name TEXT NOT NULL,
    short_key TEXT NOT NULL,
    kind TEXT NOT NULL REFERENCES organisation_kind (key),
    valid_from TEXT NOT NULL,
    valid_to TEXT,
    CHECK (valid_to IS NULL OR valid_to >= valid_from)
) {STRICT};
INSERT INTO organisation_name_of_kind
SELECT n.id, n.agency_id, n.name, n.name_key, n.short_name, n.short_key, a.kind, n.valid_from,
       n.valid_to
  FROM organisation_name n
  JOIN organisation_agency a ON a.id = n.agency_id;
DROP TABLE organisation_name;
ALTER TABLE organisation_name_of_kind RENAME TO organisation_name;
CREATE INDEX organisation_name_agency ON organisation_name (agency_id, valid_from);
CREATE INDEX organisation_name_key ON organisation_name (name_key);
CREATE INDEX organisation_name_short ON organisation_name (short_key);
CREATE INDEX organisation_name_kind ON organisation_name (kind, valid_from);

DROP INDEX organisation_agency_kind;
ALTER TABLE organisation_agency DROP COLUMN kind;

ALTER TABLE organisation_kind ADD COLUMN valid_from TEXT NOT NULL DEFAULT '1945-09-02';
ALTER TABLE organisation_kind ADD COLUMN valid_to TEXT;
