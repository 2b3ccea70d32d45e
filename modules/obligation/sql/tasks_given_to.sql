SELECT o.due_on, w.path, w.title
  FROM obligation_obligation o
  JOIN obligation_work w ON w.plan_id = o.plan_id AND w.lineage = o.lineage
 WHERE o.assigned_to = $1 AND o.assigned_to <> 0
 ORDER BY o.due_on DESC, o.id DESC
 LIMIT $2
