INSERT INTO channel_script (id, code, agency_id, author_id, last_writer_id, state, title,
    syllables_a_minute, reason, made_at, version)
VALUES ($1, $2, $3, $4, $4, 'draft', $5, $6, '', $7, 1)
