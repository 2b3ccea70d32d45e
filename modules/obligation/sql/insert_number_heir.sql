INSERT INTO obligation_number_heir (
    plan_id, agency_id, heir_id, source, stated_at, account_id, version
) VALUES ($1, $2, $3, $4, $5, $6, 1)
