INSERT INTO evidence_review (id, fact_id, step, text, taken_at, account_id, agency_name)
VALUES ($1, $2, $3, $4, $5, $6, $7)
