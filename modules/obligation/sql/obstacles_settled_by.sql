SELECT o.id, o.code, o.obligation_id, o.plan_id, o.lineage, o.agency_id, o.handler_id, o.kind,
       o.problem, o.wish, o.state, o.raised_at, o.version, w.path, w.title, w.area, w.position,
       w.owed_with
  FROM obligation_obstacle o
  JOIN obligation_work w ON w.plan_id = o.plan_id AND w.lineage = o.lineage
 WHERE o.handler_id = $1 AND o.state IN ('answered', 'closed') AND o.id < $2
 ORDER BY o.id DESC
 LIMIT $3
