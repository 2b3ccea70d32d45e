UPDATE plan_plan SET coordinator_id = $2 WHERE id = $1
