SELECT o.code AS task_code, o.agency_id, o.due_on, o.done, o.needed, o.closing, o.is_requested,
       COALESCE(p.code, '') AS code, COALESCE(p.form, '') AS form, COALESCE(p.title, '') AS title,
       COALESCE(p.place, '') AS place, COALESCE(p.state, '') AS state, p.sent_on,
       p.counted_on,
       (SELECT COUNT(*) FROM obligation_own_plan_line l
         WHERE l.own_plan_id = p.id AND l.has_activity = 1) AS with_activity,
       (SELECT COUNT(*) FROM obligation_own_plan_line l
         WHERE l.own_plan_id = p.id AND l.has_activity = 1 AND l.has_form = 1 AND l.has_time = 1
           AND l.has_doers = 1 AND l.has_money = 1) AS complete
  FROM obligation_obligation o
  LEFT JOIN obligation_own_plan p ON p.obligation_id = o.id
 WHERE o.plan_id = $1 AND o.product = 'own_plan' AND o.closing <> 'closed'
 ORDER BY o.agency_id, o.due_on, o.id
 LIMIT $2
