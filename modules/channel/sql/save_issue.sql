UPDATE channel_issue SET last_writer_id = $3, state = $4, year = $5, number = $6, slug = $7,
    title = $8, opening = $9, reason = $10, release_at = $11, released_at = $12,
    version = version + 1
WHERE id = $1 AND version = $2
