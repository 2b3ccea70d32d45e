UPDATE obligation_number_rhythm
   SET rhythm = $3, days = $4, by_plan = $5, set_at = $6, account_id = $7, version = version + 1
 WHERE plan_id = $1 AND lineage = $2 AND version = $8
