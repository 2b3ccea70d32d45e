INSERT INTO obligation_count (obligation_id, fact_id, quantity, happened_on, reason, part_id)
VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT DO NOTHING
