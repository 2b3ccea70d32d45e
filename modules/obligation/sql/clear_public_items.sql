DELETE FROM obligation_public_item WHERE plan_id = $1
