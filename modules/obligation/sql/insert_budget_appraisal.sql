INSERT INTO obligation_budget_appraisal (
    id, line_id, estimate, amount, note, agency_id, account_id, appraised_at
) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
