UPDATE channel_print_design SET last_writer_id = $3, state = $4, template = $5, palette = $6,
    kicker = $7, title = $8, lead = $9, body_kind = $10, body = $11, address = $12, caption = $13,
    contact = $14, valid_until = $15, slug = $16, reason = $17, published_at = $18,
    version = version + 1
WHERE id = $1 AND version = $2
