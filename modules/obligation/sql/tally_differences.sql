WITH counted AS (
    SELECT plan_id, agency_id, due_on,
           COUNT(*) AS owed,
           SUM(CASE WHEN closing = '' AND done_on <= due_on THEN 1 ELSE 0 END) AS in_time,
           SUM(CASE WHEN closing = '' AND done_on > due_on THEN 1 ELSE 0 END) AS late,
           SUM(CASE WHEN closing = 'excused' THEN 1 ELSE 0 END) AS excused
      FROM obligation_obligation
     WHERE closing <> 'closed' AND is_requested = 0 AND parent_id = 0
     GROUP BY plan_id, agency_id, due_on
)
SELECT counted.plan_id, counted.agency_id, counted.due_on
  FROM counted
  LEFT JOIN obligation_tally kept ON kept.plan_id = counted.plan_id
       AND kept.agency_id = counted.agency_id AND kept.due_on = counted.due_on
 WHERE kept.plan_id IS NULL OR kept.owed <> counted.owed OR kept.in_time <> counted.in_time
    OR kept.late <> counted.late OR kept.excused <> counted.excused
UNION ALL
SELECT kept.plan_id, kept.agency_id, kept.due_on
  FROM obligation_tally kept
  LEFT JOIN counted ON kept.plan_id = counted.plan_id
       AND kept.agency_id = counted.agency_id AND kept.due_on = counted.due_on
 WHERE counted.plan_id IS NULL
   AND (kept.owed <> 0 OR kept.in_time <> 0 OR kept.late <> 0 OR kept.excused <> 0)
 LIMIT 100
