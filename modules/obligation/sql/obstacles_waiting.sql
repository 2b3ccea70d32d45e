SELECT o.id, o.code, o.obligation_id, o.plan_id, o.lineage, o.agency_id, o.handler_id, o.kind,
       o.problem, o.wish, o.state, o.raised_at, o.version,
       (SELECT MAX(s.taken_at)
          FROM obligation_obstacle_step s
         WHERE s.obstacle_id = o.id AND s.step IN ('raised', 'forwarded', 'asked_again'))
           AS waits_since
  FROM obligation_obstacle o
 WHERE o.state IN ('open', 'forwarded') AND o.id > $1
 ORDER BY o.id
 LIMIT $2
