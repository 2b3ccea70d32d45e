UPDATE obligation_budget_line
SET title = $2, source = $3, source_note = $4, norm = $5, quantity = $6, unit_price = $7,
    estimate = $8, estimated_on = $9, appraised = $10, spent = $11, is_withdrawn = $12,
    version = version + 1
WHERE id = $1 AND version = $13
