UPDATE obligation_work SET is_gone = 1 WHERE plan_id = $1 AND lineage = $2 AND is_gone = 0
