SELECT id, code, agency_id, author_id, last_writer_id, state, title, syllables_a_minute, reason,
    approved_at, made_at, version
FROM channel_script WHERE state = $1 AND id < $2
ORDER BY id DESC LIMIT $3
