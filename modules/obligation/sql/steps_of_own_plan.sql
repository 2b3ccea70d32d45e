SELECT step, text, agency_id, account_id, attachment_id, taken_at
  FROM obligation_own_plan_step
 WHERE own_plan_id = $1
 ORDER BY id
