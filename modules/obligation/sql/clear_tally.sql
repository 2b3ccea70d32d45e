DELETE FROM obligation_tally WHERE plan_id = $1
