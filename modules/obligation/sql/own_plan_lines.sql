SELECT lineage, has_activity, has_form, has_time, has_doers, has_money
  FROM obligation_own_plan_line
 WHERE own_plan_id = $1
 ORDER BY lineage
