INSERT INTO channel_media_placement (id, code, agency_id, kind, outlet_id, happened_on, minutes,
    title, link, same_key, article_id, attachment_id, file_sha256, state, reason, fact_id,
    author_id, made_at, version)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, '', $15, $16, $17, 1)
