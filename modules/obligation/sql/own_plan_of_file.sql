SELECT p.id, p.code, p.obligation_id, p.plan_id, p.agency_id, p.form, p.title, p.place,
       p.linked_plan_id, p.attachment_id, p.state, p.sent_on, p.counted_on, p.fact_id,
       p.version
  FROM obligation_own_plan p
  JOIN obligation_own_plan_step s ON s.own_plan_id = p.id
 WHERE s.attachment_id = $1 AND s.attachment_id <> 0
