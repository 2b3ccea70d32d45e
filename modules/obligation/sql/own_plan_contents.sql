SELECT p.agency_id, p.code, l.lineage, l.has_activity, l.has_form, l.has_time, l.has_doers,
       l.has_money, l.activity_text, l.form_text, l.time_text, l.doers_text, l.money_text
  FROM obligation_own_plan_line l
  JOIN obligation_own_plan p ON p.id = l.own_plan_id
  JOIN obligation_obligation o ON o.id = p.obligation_id
 WHERE p.plan_id = $1 AND o.closing <> 'closed'
   AND (p.state <> 'returned' OR p.counted_on IS NOT NULL)
   AND ($2 = 0 OR l.lineage = $2)
   AND ($3 = 0 OR p.agency_id = $3)
 ORDER BY l.lineage, p.agency_id, p.id
 LIMIT $4
