INSERT INTO obligation_count (obligation_id, fact_id, quantity, happened_on, reason)
VALUES ($1, $2, $3, $4, $5)
ON CONFLICT DO NOTHING
