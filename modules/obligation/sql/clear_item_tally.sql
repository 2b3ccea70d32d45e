DELETE FROM obligation_item_tally WHERE plan_id = $1
