SELECT o.lineage, o.agency_id,
       COUNT(*) FILTER (WHERE o.due_on < $2) AS overdue,
       COUNT(*) FILTER (WHERE o.due_on >= $2) AS missing
  FROM obligation_obligation o
 WHERE o.plan_id = $1 AND o.due_on <= $3 AND o.done_on IS NULL AND o.closing = ''
   AND o.is_requested = 0 AND o.parent_id = 0
 GROUP BY o.lineage, o.agency_id
 ORDER BY o.lineage, o.agency_id
