-- Plans that agencies send for what a plan asks of them: one for each obligation that asks for one.
-- Filed as a document of its own, or embedded in another at a place that is named.
CREATE TABLE obligation_own_plan (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    obligation_id INTEGER NOT NULL UNIQUE REFERENCES obligation_obligation (id),
    plan_id INTEGER NOT NULL,
    agency_id INTEGER NOT NULL,
    form TEXT NOT NULL CHECK (form IN ('filed', 'embedded')),
    title TEXT NOT NULL,
    place TEXT NOT NULL,
    linked_plan_id INTEGER NOT NULL,
    attachment_id INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('sent', 'returned', 'accepted')),
    sent_on TEXT NOT NULL,
    version INTEGER NOT NULL
) {STRICT};
CREATE INDEX obligation_own_plan_of ON obligation_own_plan (plan_id, agency_id);

-- What an own plan says of each item of the plan that its agency owes: the five things that such a
-- plan states.
CREATE TABLE obligation_own_plan_line (
    own_plan_id INTEGER NOT NULL REFERENCES obligation_own_plan (id),
    lineage INTEGER NOT NULL,
    has_activity INTEGER NOT NULL,
    has_form INTEGER NOT NULL,
    has_time INTEGER NOT NULL,
    has_doers INTEGER NOT NULL,
    has_money INTEGER NOT NULL,
    PRIMARY KEY (own_plan_id, lineage)
) {STRICT};

-- What was done about an own plan, appended.
CREATE TABLE obligation_own_plan_step (
    id INTEGER PRIMARY KEY,
    own_plan_id INTEGER NOT NULL REFERENCES obligation_own_plan (id),
    step TEXT NOT NULL CHECK (step IN ('sent', 'returned', 'accepted')),
    text TEXT NOT NULL,
    agency_id INTEGER NOT NULL,
    account_id INTEGER NOT NULL,
    attachment_id INTEGER NOT NULL,
    taken_at TEXT NOT NULL
) {STRICT};
CREATE INDEX obligation_own_plan_step_of ON obligation_own_plan_step (own_plan_id, id);
CREATE INDEX obligation_own_plan_step_by_account ON obligation_own_plan_step (account_id, id);
CREATE UNIQUE INDEX obligation_own_plan_step_file ON obligation_own_plan_step (attachment_id)
    WHERE attachment_id <> 0;
