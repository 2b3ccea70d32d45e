SELECT w.lineage
  FROM obligation_work w
 WHERE w.plan_id = $1 AND w.is_gone = 1
 ORDER BY w.lineage
