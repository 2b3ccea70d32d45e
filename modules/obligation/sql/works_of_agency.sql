SELECT w.plan_id, w.lineage, w.path, w.title, w.area, w.position, w.owed_with
  FROM obligation_work w
 WHERE w.plan_id = $1
   AND EXISTS (SELECT 1 FROM obligation_obligation o
                WHERE o.plan_id = w.plan_id AND o.lineage = w.lineage AND o.agency_id = $2
                  AND o.product <> 'own_plan' AND o.closing <> 'closed'
                  AND o.parent_id = 0)
 ORDER BY w.position
 LIMIT $3
