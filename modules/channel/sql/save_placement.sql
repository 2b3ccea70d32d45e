UPDATE channel_media_placement SET outlet_id = $3, happened_on = $4, minutes = $5, title = $6,
    link = $7, same_key = $8, article_id = $9, attachment_id = $10, file_sha256 = $11,
    state = $12, reason = $13, fact_id = $14, author_id = $15, version = version + 1
WHERE id = $1 AND version = $2
