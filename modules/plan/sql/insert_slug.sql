INSERT INTO plan_slug (slug, plan_id) VALUES ($1, $2) ON CONFLICT (slug) DO NOTHING
