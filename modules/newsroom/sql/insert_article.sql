INSERT INTO newsroom_article (id, code, agency_id, author_id, section, audience, language,
    state, revision, public_revision, slug, reason, made_at, version, theme_id, original_id)
VALUES ($1, $2, $3, $4, $5, $6, $7, 'draft', 1, 0, '', '', $8, 1, $9, $10)
