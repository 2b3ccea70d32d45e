SELECT id, code, agency_id, author_id, last_writer_id, state, year, number, slug, title, opening,
    reason, release_at, released_at, made_at, version
FROM channel_issue WHERE agency_id = $1 AND id < $2 AND ($3 = '' OR state = $3)
ORDER BY id DESC LIMIT $4
