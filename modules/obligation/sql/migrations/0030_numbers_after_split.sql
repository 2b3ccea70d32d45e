-- Which agency goes on with the numbers of one that was split, in all targets of a plan, as who
-- leads the plan's targets states it; heir_id 0: none. `source` is what decided it.
CREATE TABLE obligation_number_heir (
    plan_id INTEGER NOT NULL,
    agency_id INTEGER NOT NULL,
    heir_id INTEGER NOT NULL,
    source TEXT NOT NULL,
    stated_at TEXT NOT NULL,
    account_id INTEGER NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (plan_id, agency_id)
) {STRICT};
CREATE INDEX obligation_number_heir_by ON obligation_number_heir (account_id);

-- Of a rule: whether its value is a part of the first one ("trong đó"); '': as the words say.
ALTER TABLE obligation_measure_rule ADD COLUMN place TEXT NOT NULL DEFAULT ''
    CHECK (place IN ('', 'part', 'whole'));
