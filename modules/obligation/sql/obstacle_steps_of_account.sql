SELECT s.taken_at, s.step, s.text, w.path, w.title
  FROM obligation_obstacle_step s
  JOIN obligation_obstacle o ON o.id = s.obstacle_id
  JOIN obligation_work w ON w.plan_id = o.plan_id AND w.lineage = o.lineage
 WHERE s.account_id = $1
 ORDER BY s.id DESC
 LIMIT $2
