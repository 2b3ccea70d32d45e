SELECT o.id, o.code, o.obligation_id, o.plan_id, o.lineage, o.agency_id, o.handler_id, o.kind,
       o.problem, o.wish, o.state, o.raised_at, o.version
  FROM obligation_obstacle o
 WHERE o.code = $1
