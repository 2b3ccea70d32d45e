SELECT max(number) AS number FROM plan_edition WHERE plan_id = $1
