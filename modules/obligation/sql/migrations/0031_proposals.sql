-- Parts of the work of an item that its agency proposes to an agency which the item names as
-- cooperating. One for each such agency: what was proposed last, and who is to answer. What is
-- agreed becomes a part as all others are (obligation_part.proposal_id says which); until then
-- nothing is owed. Plan, item and both agencies stand here besides the whole, so that lists ask one
-- table.
CREATE TABLE obligation_proposal (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    whole_id INTEGER NOT NULL REFERENCES obligation_obligation (id),
    plan_id INTEGER NOT NULL,
    lineage INTEGER NOT NULL,
    giver_id INTEGER NOT NULL,
    agency_id INTEGER NOT NULL,
    state TEXT NOT NULL
        CHECK (state IN ('proposed', 'countered', 'agreed', 'refused', 'withdrawn', 'lapsed')),
    content TEXT NOT NULL,
    measure TEXT NOT NULL,
    needed INTEGER NOT NULL,
    due_on TEXT,
    later INTEGER NOT NULL CHECK (later IN (0, 1)),
    changed_at TEXT NOT NULL,
    version INTEGER NOT NULL,
    UNIQUE (whole_id, agency_id)
) {STRICT};
CREATE INDEX obligation_proposal_by_giver ON obligation_proposal (giver_id, id);
CREATE INDEX obligation_proposal_by_agency ON obligation_proposal (agency_id, id);
CREATE INDEX obligation_proposal_by_plan ON obligation_proposal (plan_id, id);
-- What waits for an answer does not grow with the years.
CREATE INDEX obligation_proposal_waiting_giver ON obligation_proposal (giver_id, id)
    WHERE state IN ('proposed', 'countered');
CREATE INDEX obligation_proposal_waiting_agency ON obligation_proposal (agency_id, id)
    WHERE state IN ('proposed', 'countered');

-- What was said of each, appended, with the terms as they were then. People stand here by their
-- account alone.
CREATE TABLE obligation_proposal_step (
    id INTEGER PRIMARY KEY,
    proposal_id INTEGER NOT NULL REFERENCES obligation_proposal (id),
    step TEXT NOT NULL
        CHECK (step IN ('proposed', 'countered', 'agreed', 'refused', 'withdrawn', 'lapsed',
                        'passed_on')),
    agency_id INTEGER NOT NULL,
    account_id INTEGER NOT NULL,
    taken_at TEXT NOT NULL,
    text TEXT NOT NULL,
    content TEXT NOT NULL,
    measure TEXT NOT NULL,
    needed INTEGER NOT NULL,
    due_on TEXT
) {STRICT};
CREATE INDEX obligation_proposal_step_of ON obligation_proposal_step (proposal_id, id);
CREATE INDEX obligation_proposal_step_by_account ON obligation_proposal_step (account_id, id);

ALTER TABLE obligation_part ADD COLUMN proposal_id INTEGER NOT NULL DEFAULT 0;
