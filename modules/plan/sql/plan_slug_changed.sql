UPDATE plan_plan SET slug = $2 WHERE id = $1
