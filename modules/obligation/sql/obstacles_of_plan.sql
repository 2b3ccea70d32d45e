SELECT o.id, o.code, o.obligation_id, o.plan_id, o.lineage, o.agency_id, o.handler_id, o.kind,
       o.problem, o.wish, o.state, o.raised_at, o.version, w.path, w.title, w.area, w.position,
       w.owed_with
  FROM obligation_obstacle o
  JOIN obligation_work w ON w.plan_id = o.plan_id AND w.lineage = o.lineage
 WHERE o.plan_id = $1 AND o.id < $2
   AND ($3 = 0 OR o.agency_id = $3)
   AND ($4 = 0 OR o.lineage = $4)
   AND ($5 = 0 OR w.area = $6)
   AND ($7 = '' OR o.kind = $7)
   AND ($8 = '' OR o.state = $8)
 ORDER BY o.id DESC
 LIMIT $9
