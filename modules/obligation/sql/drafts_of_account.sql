SELECT d.title, d.link, d.saved_at, w.path, w.title AS work_title
  FROM obligation_draft d
  JOIN obligation_obligation o ON o.id = d.obligation_id
  JOIN obligation_work w ON w.plan_id = o.plan_id AND w.lineage = o.lineage
 WHERE d.saved_by = $1
 ORDER BY d.saved_at DESC
 LIMIT $2
