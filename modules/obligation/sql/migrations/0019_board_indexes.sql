-- What boards count is counted from indexes that hold all that the counting asks for; lists of what
-- is owed read the narrow one. SQLite chose neither as 0015 left them.
DROP INDEX obligation_owed_by_plan;
DROP INDEX obligation_settled_by_plan;
CREATE INDEX obligation_owed_by_plan ON obligation_obligation (plan_id, due_on)
    WHERE done_on IS NULL AND closing = '';
CREATE INDEX obligation_owed_counted
    ON obligation_obligation (plan_id, due_on, lineage, agency_id, done_on, closing, is_requested,
                              parent_id)
    WHERE done_on IS NULL AND closing = '' AND is_requested = 0 AND parent_id = 0;
CREATE INDEX obligation_settled_counted
    ON obligation_obligation (plan_id, due_on, lineage, agency_id, done_on, closing, is_requested,
                              parent_id)
    WHERE (closing = 'excused' OR (closing = '' AND done_on IS NOT NULL)) AND is_requested = 0
          AND parent_id = 0;
