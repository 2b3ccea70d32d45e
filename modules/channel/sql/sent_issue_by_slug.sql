SELECT id, code, agency_id, author_id, last_writer_id, state, year, number, slug, title, opening,
    reason, release_at, released_at, made_at, version
FROM channel_issue WHERE slug = $1 AND state = 'sent'
