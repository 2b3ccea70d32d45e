UPDATE obligation_number_heir
   SET heir_id = $3, source = $4, stated_at = $5, account_id = $6, version = version + 1
 WHERE plan_id = $1 AND agency_id = $2 AND version = $7
