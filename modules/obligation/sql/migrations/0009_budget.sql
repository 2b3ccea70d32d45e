-- What agencies need for items of plans, in whole đồng. `spent` is what the rows of
-- obligation_budget_spending come to; `appraised` is of the estimate that stands.
CREATE TABLE obligation_budget_line (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    plan_id INTEGER NOT NULL,
    lineage INTEGER NOT NULL,
    agency_id INTEGER NOT NULL,
    title TEXT NOT NULL,
    source TEXT NOT NULL
        CHECK (source IN ('regular', 'decision', 'sponsorship', 'supplement')),
    source_note TEXT NOT NULL,
    norm TEXT NOT NULL,
    quantity INTEGER NOT NULL CHECK (quantity >= 0),
    unit_price INTEGER NOT NULL CHECK (unit_price >= 0),
    estimate INTEGER NOT NULL CHECK (estimate > 0),
    estimated_on TEXT NOT NULL,
    appraised INTEGER CHECK (appraised >= 0),
    spent INTEGER NOT NULL,
    is_withdrawn INTEGER NOT NULL CHECK (is_withdrawn IN (0, 1)),
    version INTEGER NOT NULL
) {STRICT};
CREATE INDEX obligation_budget_line_of ON obligation_budget_line (plan_id, agency_id, id);
CREATE INDEX obligation_budget_line_of_agency ON obligation_budget_line (agency_id, id);

-- Who appraised a line, how much and why; appended.
CREATE TABLE obligation_budget_appraisal (
    id INTEGER PRIMARY KEY,
    line_id INTEGER NOT NULL REFERENCES obligation_budget_line (id),
    estimate INTEGER NOT NULL,
    amount INTEGER NOT NULL CHECK (amount >= 0),
    note TEXT NOT NULL,
    agency_id INTEGER NOT NULL,
    account_id INTEGER NOT NULL,
    appraised_at TEXT NOT NULL
) {STRICT};
CREATE INDEX obligation_budget_appraisal_of ON obligation_budget_appraisal (line_id, id);
CREATE INDEX obligation_budget_appraisal_by ON obligation_budget_appraisal (account_id, id);

-- What was spent, and when; appended. One that takes another back has its amount below zero.
CREATE TABLE obligation_budget_spending (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    line_id INTEGER NOT NULL REFERENCES obligation_budget_line (id),
    amount INTEGER NOT NULL,
    spent_on TEXT NOT NULL,
    note TEXT NOT NULL,
    takes_back INTEGER UNIQUE REFERENCES obligation_budget_spending (id),
    account_id INTEGER NOT NULL,
    stated_at TEXT NOT NULL
) {STRICT};
CREATE INDEX obligation_budget_spending_of ON obligation_budget_spending (line_id, id);
CREATE INDEX obligation_budget_spending_by ON obligation_budget_spending (account_id, id);
