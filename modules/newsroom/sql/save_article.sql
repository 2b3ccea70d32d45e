UPDATE newsroom_article SET section = $3, audience = $4, language = $5, state = $6,
    revision = $7, public_revision = $8, slug = $9, sent_at = $10, publish_at = $11,
    published_at = $12, reason = $13, theme_id = $14, version = version + 1
WHERE id = $1 AND version = $2
