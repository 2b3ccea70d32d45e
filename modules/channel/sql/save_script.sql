UPDATE channel_script SET last_writer_id = $3, state = $4, title = $5, syllables_a_minute = $6,
    reason = $7, approved_at = $8, version = version + 1
WHERE id = $1 AND version = $2
