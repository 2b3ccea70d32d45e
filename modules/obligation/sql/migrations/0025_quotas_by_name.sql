-- Quotas were known by their place in the item ("0"); from now on by what they count, so that an
-- amendment may reorder them. The first start finds those left through this index and names them.
CREATE INDEX obligation_numbered_quota ON obligation_obligation (plan_id)
    WHERE SUBSTR(quota, 1, 1) IN ('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');

-- One match that somebody undid: the fact does not count for that obligation, and for all others as
-- before. What it counted as, and through which part, is kept for when that is taken back. The row
-- goes then; the audit has each step.
CREATE TABLE obligation_uncounted (
    obligation_id INTEGER NOT NULL REFERENCES obligation_obligation (id),
    fact_id INTEGER NOT NULL,
    counted_as TEXT NOT NULL CHECK (counted_as IN ('reported', 'product', 'successor')),
    part_id INTEGER NOT NULL,
    reason TEXT NOT NULL,
    agency_id INTEGER NOT NULL,
    account_id INTEGER NOT NULL,
    decided_at TEXT NOT NULL,
    answer TEXT NOT NULL,
    answered_by INTEGER NOT NULL,
    answered_at TEXT,
    PRIMARY KEY (obligation_id, fact_id)
) {STRICT};
CREATE INDEX obligation_uncounted_fact ON obligation_uncounted (fact_id);
CREATE INDEX obligation_uncounted_by ON obligation_uncounted (account_id, decided_at);
CREATE INDEX obligation_uncounted_answered ON obligation_uncounted (answered_by, answered_at);
