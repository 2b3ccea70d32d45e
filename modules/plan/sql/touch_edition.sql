UPDATE plan_edition SET version = version + 1 WHERE id = $1
