INSERT INTO channel_print_design (id, code, agency_id, author_id, last_writer_id, state, template,
    palette, kicker, title, lead, body_kind, body, address, caption, contact, valid_until, slug,
    reason, published_at, made_at, version)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20,
    $21, $22)
