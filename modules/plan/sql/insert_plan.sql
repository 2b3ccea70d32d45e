INSERT INTO plan_plan (id, code, slug, coordinator_id, created_at) VALUES ($1, $2, $3, $4, $5)
