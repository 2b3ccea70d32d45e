INSERT INTO channel_issue (id, code, agency_id, author_id, last_writer_id, state, year, number,
    slug, title, opening, reason, made_at, version)
VALUES ($1, $2, $3, $4, $4, 'draft', 0, 0, '', $5, $6, '', $7, 1)
