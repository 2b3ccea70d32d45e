INSERT INTO channel_broadcast (id, code, script_id, agency_id, title, file_id, file_sha256, seconds,
    aired_on, minute, started_minute, played_minutes, difference, signed_by, signed_at, sha256,
    supersedes_id, is_standing, fact_id)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, 1, $18)
