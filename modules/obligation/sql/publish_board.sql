INSERT INTO obligation_public_board (plan_id, published_at, published_by) VALUES ($1, $2, $3)
ON CONFLICT DO NOTHING
