SELECT id, code, agency_id, author_id, last_writer_id, state, year, number, slug, title, opening,
    reason, release_at, released_at, made_at, version
FROM channel_issue WHERE state = $1 AND id < $2
ORDER BY id DESC LIMIT $3
