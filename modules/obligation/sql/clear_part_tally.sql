DELETE FROM obligation_part_tally WHERE plan_id = $1
