SELECT plan_id, agency_id, heir_id, source, stated_at, account_id, version
  FROM obligation_number_heir
 WHERE plan_id = $1
 ORDER BY agency_id
