-- The sums of obligation_tally by item instead of by day: the matrix of agencies and items.
CREATE TABLE obligation_item_tally (
    plan_id INTEGER NOT NULL,
    lineage INTEGER NOT NULL,
    agency_id INTEGER NOT NULL,
    owed INTEGER NOT NULL,
    in_time INTEGER NOT NULL,
    late INTEGER NOT NULL,
    excused INTEGER NOT NULL,
    PRIMARY KEY (plan_id, lineage, agency_id)
) {STRICT};
INSERT INTO obligation_item_tally (plan_id, lineage, agency_id, owed, in_time, late, excused)
SELECT plan_id, lineage, agency_id,
       COUNT(*),
       SUM(CASE WHEN closing = '' AND done_on <= due_on THEN 1 ELSE 0 END),
       SUM(CASE WHEN closing = '' AND done_on > due_on THEN 1 ELSE 0 END),
       SUM(CASE WHEN closing = 'excused' THEN 1 ELSE 0 END)
  FROM obligation_obligation
 WHERE closing <> 'closed' AND is_requested = 0
 GROUP BY plan_id, lineage, agency_id;

-- What a board lists of one plan, in the order of the days; and what was done too late.
CREATE INDEX obligation_by_plan ON obligation_obligation (plan_id, due_on, id);
CREATE INDEX obligation_late_by_plan ON obligation_obligation (plan_id, due_on)
    WHERE done_on > due_on AND closing = '' AND is_requested = 0;

-- Plans whose coordinator lets everyone see how they are carried out.
CREATE TABLE obligation_public_board (
    plan_id INTEGER PRIMARY KEY,
    published_at TEXT NOT NULL,
    published_by TEXT NOT NULL
) {STRICT};
