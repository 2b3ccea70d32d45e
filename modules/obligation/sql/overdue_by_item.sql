SELECT o.lineage, COUNT(*) AS overdue
  FROM obligation_obligation o
 WHERE o.plan_id = $1 AND o.due_on < $2 AND o.done_on IS NULL AND o.closing = ''
   AND o.is_requested = 0 AND o.parent_id = 0
 GROUP BY o.lineage
 ORDER BY o.lineage
