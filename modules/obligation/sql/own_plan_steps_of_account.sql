SELECT s.taken_at, s.step, s.text, p.title
  FROM obligation_own_plan_step s
  JOIN obligation_own_plan p ON p.id = s.own_plan_id
 WHERE s.account_id = $1
 ORDER BY s.id DESC
 LIMIT $2
