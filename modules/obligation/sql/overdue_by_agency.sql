-- Which agencies have something overdue, how much, and since when.
SELECT o.agency_id, COUNT(*) AS overdue, MIN(o.due_on) AS oldest
  FROM obligation_obligation o
 WHERE o.plan_id = $1 AND o.due_on < $2 AND o.done_on IS NULL AND o.closing = ''
   AND o.is_requested = 0 AND o.parent_id = 0
 GROUP BY o.agency_id
