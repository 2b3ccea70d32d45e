-- What boards count of items and agencies that their sums do not tell: what is owed still, by day;
-- and what was done or excused before its day, which is not to be counted before that day. Counted
-- from the index alone. No sum by item and day is kept: all agencies would wait for each other at
-- its rows.
DROP INDEX obligation_owed_by_plan;
CREATE INDEX obligation_owed_by_plan
    ON obligation_obligation (plan_id, due_on, id, lineage, agency_id)
    WHERE done_on IS NULL AND closing = '' AND is_requested = 0 AND parent_id = 0;
CREATE INDEX obligation_settled_by_plan
    ON obligation_obligation (plan_id, due_on, closing, lineage, agency_id)
    WHERE (closing = 'excused' OR (closing = '' AND done_on IS NOT NULL)) AND is_requested = 0
          AND parent_id = 0;
