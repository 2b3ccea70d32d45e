SELECT lineage, has_activity, has_form, has_time, has_doers, has_money,
       activity_text, form_text, time_text, doers_text, money_text
  FROM obligation_own_plan_line
 WHERE own_plan_id = $1
 ORDER BY lineage
