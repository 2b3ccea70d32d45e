INSERT INTO newsroom_slug (slug, article_id) VALUES ($1, $2)
