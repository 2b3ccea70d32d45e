INSERT INTO obligation_item_tally (plan_id, lineage, agency_id, owed, in_time, late, excused)
SELECT plan_id, lineage, agency_id,
       COUNT(*),
       SUM(CASE WHEN closing = '' AND done_on <= due_on THEN 1 ELSE 0 END),
       SUM(CASE WHEN closing = '' AND done_on > due_on THEN 1 ELSE 0 END),
       SUM(CASE WHEN closing = 'excused' THEN 1 ELSE 0 END)
  FROM obligation_obligation
 WHERE plan_id = $1 AND closing <> 'closed' AND is_requested = 0 AND parent_id = 0
 GROUP BY plan_id, lineage, agency_id
