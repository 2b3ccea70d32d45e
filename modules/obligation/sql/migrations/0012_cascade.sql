-- Parts that an agency hands on to its units are obligations with a parent: what the unit owes to
-- the agency that gave it. Their quota is that of the parent, a stroke and who gave it: "0/17".
-- The boards of a plan count what has no parent.
ALTER TABLE obligation_obligation ADD COLUMN parent_id INTEGER NOT NULL DEFAULT 0;
ALTER TABLE obligation_obligation ADD COLUMN giver_id INTEGER NOT NULL DEFAULT 0;
CREATE INDEX obligation_parts_of ON obligation_obligation (parent_id, agency_id)
    WHERE parent_id <> 0;
CREATE INDEX obligation_parts_by_giver ON obligation_obligation (giver_id, due_on, id)
    WHERE parent_id <> 0;

-- Through which part a fact counts for the obligation above it; 0: it counts by itself.
ALTER TABLE obligation_count ADD COLUMN part_id INTEGER NOT NULL DEFAULT 0;

-- What stands of a part besides what is owed. named_on: the day that the giver named; none: the
-- last day of what it is a part of, wherever that moves. given_on: of whose succession the unit is.
CREATE TABLE obligation_part (
    obligation_id INTEGER PRIMARY KEY REFERENCES obligation_obligation (id),
    named_on TEXT,
    given_on TEXT NOT NULL,
    note TEXT NOT NULL
) {STRICT};

-- obligation_tally for parts, by who gave them.
CREATE TABLE obligation_part_tally (
    plan_id INTEGER NOT NULL,
    giver_id INTEGER NOT NULL,
    agency_id INTEGER NOT NULL,
    due_on TEXT NOT NULL,
    owed INTEGER NOT NULL,
    in_time INTEGER NOT NULL,
    late INTEGER NOT NULL,
    excused INTEGER NOT NULL,
    PRIMARY KEY (plan_id, giver_id, agency_id, due_on)
) {STRICT};
CREATE INDEX obligation_part_tally_by_giver ON obligation_part_tally (giver_id, due_on);
