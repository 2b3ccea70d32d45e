INSERT INTO obligation_public_item (plan_id, lineage, is_shown) VALUES ($1, $2, $3)
