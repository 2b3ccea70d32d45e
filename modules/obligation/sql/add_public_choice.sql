INSERT INTO obligation_public_choice (plan_id, items, areas, chosen_at, version)
VALUES ($1, $2, $3, $4, 1)
ON CONFLICT DO NOTHING
