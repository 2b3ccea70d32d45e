INSERT INTO channel_screen_slide (id, code, agency_id, playlist_id, position, kind, article_id,
    attachment_id, sha256, title, body, from_day, to_day, seconds, made_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
