SELECT id, code, agency_id, author_id, last_writer_id, state, template, palette, kicker, title,
    lead, body_kind, body, address, caption, contact, valid_until, slug, reason, published_at,
    made_at, version
FROM channel_print_design WHERE id = $1
