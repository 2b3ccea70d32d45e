INSERT INTO obligation_budget_spending (
    id, code, line_id, amount, spent_on, note, takes_back, account_id, stated_at
) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
