-- That a target of a plan, or one value of it (measure; '': all of it), does not apply to an
-- agency: stated by the agency, granted or refused by who leads the plan's targets.
CREATE TABLE obligation_exclusion (
    id INTEGER PRIMARY KEY,
    plan_id INTEGER NOT NULL,
    lineage INTEGER NOT NULL,
    measure TEXT NOT NULL,
    agency_id INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('asked', 'granted', 'refused', 'ended')),
    reason TEXT NOT NULL,
    answer TEXT NOT NULL,
    asked_at TEXT NOT NULL,
    asked_by INTEGER NOT NULL,
    decided_at TEXT,
    decided_by INTEGER NOT NULL,
    version INTEGER NOT NULL,
    UNIQUE (plan_id, lineage, measure, agency_id)
) {STRICT};
CREATE INDEX obligation_exclusion_asked_by ON obligation_exclusion (asked_by);
CREATE INDEX obligation_exclusion_decided_by ON obligation_exclusion (decided_by);

-- How often numbers are asked for, and by which day after each period; of one target, or (lineage
-- 0) of all of a plan that say nothing of their own. by_plan: as the plan's words have it, written
-- when it comes into force; what a coordinator states stays.
CREATE TABLE obligation_number_rhythm (
    plan_id INTEGER NOT NULL,
    lineage INTEGER NOT NULL,
    rhythm TEXT NOT NULL CHECK (rhythm IN ('', 'none', 'month', 'quarter', 'half', 'year')),
    days INTEGER NOT NULL CHECK (days BETWEEN 1 AND 60),
    by_plan INTEGER NOT NULL CHECK (by_plan IN (0, 1)),
    set_at TEXT NOT NULL,
    account_id INTEGER NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (plan_id, lineage)
) {STRICT};
CREATE INDEX obligation_number_rhythm_by ON obligation_number_rhythm (account_id);

-- Whom somebody was reminded of: numbers of an agency (0: of several, to who coordinates) for a
-- period, by one rule, once.
CREATE TABLE obligation_number_reminder (
    plan_id INTEGER NOT NULL,
    agency_id INTEGER NOT NULL,
    period TEXT NOT NULL,
    account_id INTEGER NOT NULL,
    rule TEXT NOT NULL,
    targets INTEGER NOT NULL,
    sent_at TEXT NOT NULL,
    PRIMARY KEY (plan_id, agency_id, period, account_id, rule)
) {STRICT};
CREATE INDEX obligation_number_reminder_to ON obligation_number_reminder (account_id, sent_at);
