-- The first day there is leads SQLite to the index of what is owed still, away from all history.
SELECT COUNT(*) FILTER (WHERE o.due_on < $2 AND o.is_requested = 0) AS overdue,
       COUNT(*) FILTER (WHERE o.due_on <= $3 AND (o.due_on >= $2 OR o.is_requested = 0)) AS urgent,
       COUNT(*) FILTER (WHERE o.due_on > $3) AS later
  FROM obligation_obligation o
 WHERE o.agency_id = $1 AND o.done_on IS NULL AND o.closing = '' AND o.due_on >= '0001-01-01'
   AND ($4 = 0 OR o.assigned_to = $4)
   AND ($5 = 0 OR o.plan_id = $5)
