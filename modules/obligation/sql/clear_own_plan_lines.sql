DELETE FROM obligation_own_plan_line WHERE own_plan_id = $1
