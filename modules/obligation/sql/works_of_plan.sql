SELECT w.plan_id, w.lineage, w.path, w.title, w.area, w.position, w.owed_with
  FROM obligation_work w
 WHERE w.plan_id = $1
 ORDER BY w.position, w.lineage
