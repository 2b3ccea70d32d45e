INSERT INTO obligation_number_reminder (
    plan_id, agency_id, period, account_id, rule, targets, sent_at
) VALUES ($1, $2, $3, $4, $5, $6, $7)
ON CONFLICT DO NOTHING
