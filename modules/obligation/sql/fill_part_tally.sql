INSERT INTO obligation_part_tally (plan_id, giver_id, agency_id, due_on, owed, in_time, late,
                                   excused)
SELECT plan_id, giver_id, agency_id, due_on,
       COUNT(*),
       SUM(CASE WHEN closing = '' AND done_on <= due_on THEN 1 ELSE 0 END),
       SUM(CASE WHEN closing = '' AND done_on > due_on THEN 1 ELSE 0 END),
       SUM(CASE WHEN closing = 'excused' THEN 1 ELSE 0 END)
  FROM obligation_obligation
 WHERE plan_id = $1 AND closing <> 'closed' AND is_requested = 0 AND parent_id <> 0
 GROUP BY plan_id, giver_id, agency_id, due_on
