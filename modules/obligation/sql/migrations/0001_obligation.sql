-- The items of plans that somebody owes, as the boards show them. `owed_with` is the item that
-- states the same duty first and is owed for both; 0: it is owed itself. What a plan asks no more
-- stays, for the years that are over.
CREATE TABLE obligation_work (
    plan_id INTEGER NOT NULL,
    lineage INTEGER NOT NULL,
    path TEXT NOT NULL,
    title TEXT NOT NULL,
    area TEXT NOT NULL,
    position REAL NOT NULL,
    owed_with INTEGER NOT NULL,
    PRIMARY KEY (plan_id, lineage)
) {STRICT};

-- What one agency owes once: by one quota (or the time) of one item of a plan, in one period.
-- `done` and `done_on` are sums over obligation_count, kept in the transaction of each fact.
CREATE TABLE obligation_obligation (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    plan_id INTEGER NOT NULL,
    lineage INTEGER NOT NULL,
    item_id INTEGER NOT NULL,
    agency_id INTEGER NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('lead', 'perform')),
    quota TEXT NOT NULL,
    period TEXT NOT NULL,
    begins_on TEXT NOT NULL,
    ends_on TEXT NOT NULL,
    due_on TEXT NOT NULL,
    needed INTEGER NOT NULL CHECK (needed > 0),
    unit TEXT NOT NULL,
    product TEXT NOT NULL,
    is_requested INTEGER NOT NULL,
    done INTEGER NOT NULL,
    done_on TEXT,
    assigned_to INTEGER NOT NULL,
    closing TEXT NOT NULL CHECK (closing IN ('', 'excused', 'closed')),
    closing_reason TEXT NOT NULL,
    closed_by TEXT NOT NULL,
    closed_at TEXT,
    version INTEGER NOT NULL,
    UNIQUE (plan_id, lineage, agency_id, quota, period)
) {STRICT};
-- The inbox and the lists of who is late look only at what is owed still: they do not grow with
-- the years.
CREATE INDEX obligation_owed ON obligation_obligation (agency_id, due_on)
    WHERE done_on IS NULL AND closing = '';
CREATE INDEX obligation_owed_by_plan ON obligation_obligation (plan_id, due_on)
    WHERE done_on IS NULL AND closing = '';
CREATE INDEX obligation_by_agency ON obligation_obligation (agency_id, plan_id, due_on);
-- Which obligations a fact may count for.
CREATE INDEX obligation_by_product ON obligation_obligation (agency_id, product, ends_on);

-- Which fact counts for which obligation: once for one quota, as a quota's periods do not overlap.
CREATE TABLE obligation_count (
    obligation_id INTEGER NOT NULL REFERENCES obligation_obligation (id),
    fact_id INTEGER NOT NULL,
    quantity INTEGER NOT NULL,
    happened_on TEXT NOT NULL,
    reason TEXT NOT NULL CHECK (reason IN ('reported', 'product', 'successor')),
    PRIMARY KEY (obligation_id, fact_id)
) {STRICT};
CREATE INDEX obligation_count_by_fact ON obligation_count (fact_id);

-- How many obligations are due on a day, and how they went: the boards add these up, never the
-- obligations. Requested ones are not in it: nobody is late with them.
CREATE TABLE obligation_tally (
    plan_id INTEGER NOT NULL,
    agency_id INTEGER NOT NULL,
    due_on TEXT NOT NULL,
    owed INTEGER NOT NULL,
    in_time INTEGER NOT NULL,
    late INTEGER NOT NULL,
    excused INTEGER NOT NULL,
    PRIMARY KEY (plan_id, agency_id, due_on)
) {STRICT};
CREATE INDEX obligation_tally_by_agency ON obligation_tally (agency_id, due_on);

-- Which file proves which result; who may see the obligation may read it.
CREATE TABLE obligation_proof (
    attachment_id INTEGER PRIMARY KEY,
    obligation_id INTEGER NOT NULL REFERENCES obligation_obligation (id),
    fact_id INTEGER NOT NULL
) {STRICT};
CREATE INDEX obligation_proof_of ON obligation_proof (obligation_id);
