SELECT id, code, agency_id, author_id, last_writer_id, state, title, syllables_a_minute, reason,
    approved_at, made_at, version
FROM channel_script WHERE code = $1
