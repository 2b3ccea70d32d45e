SELECT o.lineage, o.agency_id,
       COUNT(*) FILTER (WHERE o.closing = '') AS ahead,
       COUNT(*) FILTER (WHERE o.closing = '' AND o.due_on <= $3) AS running_done,
       COUNT(*) FILTER (WHERE o.closing = 'excused') AS excused
  FROM obligation_obligation o
 WHERE o.plan_id = $1 AND o.due_on >= $2
   AND (o.closing = 'excused' OR (o.closing = '' AND o.done_on IS NOT NULL))
   AND o.is_requested = 0 AND o.parent_id = 0
 GROUP BY o.lineage, o.agency_id
 ORDER BY o.lineage, o.agency_id
