SELECT id, code, agency_id, author_id, last_writer_id, state, year, number, slug, title, opening,
    reason, release_at, released_at, made_at, version
FROM channel_issue WHERE state = 'sent' AND agency_id = $1
ORDER BY released_at DESC, id DESC LIMIT 1
