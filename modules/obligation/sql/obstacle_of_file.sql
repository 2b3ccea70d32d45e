SELECT o.id, o.code, o.obligation_id, o.plan_id, o.lineage, o.agency_id, o.handler_id, o.kind,
       o.problem, o.wish, o.state, o.raised_at, o.version
  FROM obligation_obstacle o
  JOIN obligation_obstacle_step s ON s.obstacle_id = o.id
 WHERE s.attachment_id = $1 AND s.attachment_id <> 0
