-- What became of agencies by a decision: renamed, merged, split, dissolved, duties transferred.
-- What follows from it (names, parents, days) stands in its own rows; this tells why, and who
-- answers for whom.

CREATE TABLE organisation_reorganisation (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('rename', 'merge', 'split', 'dissolve', 'transfer')),
    day TEXT NOT NULL,
    document TEXT NOT NULL
) {STRICT};
CREATE INDEX organisation_reorganisation_day ON organisation_reorganisation (day);

-- Without `to_id`: nobody took over.
CREATE TABLE organisation_passage (
    id INTEGER PRIMARY KEY,
    reorganisation_id INTEGER NOT NULL REFERENCES organisation_reorganisation (id),
    from_id INTEGER NOT NULL REFERENCES organisation_agency (id),
    to_id INTEGER REFERENCES organisation_agency (id),
    share INTEGER NOT NULL CHECK (share BETWEEN 0 AND 10000)
) {STRICT};
CREATE INDEX organisation_passage_event ON organisation_passage (reorganisation_id);
CREATE INDEX organisation_passage_from ON organisation_passage (from_id);
CREATE INDEX organisation_passage_to ON organisation_passage (to_id);
