SELECT id, code, script_id, agency_id, title, file_id, file_sha256, seconds, aired_on, minute,
    started_minute, played_minutes, difference, signed_by, signed_at, sha256, supersedes_id, fact_id
FROM channel_broadcast
WHERE agency_id = $1 AND is_standing = 1 AND aired_on BETWEEN $2 AND $3
ORDER BY aired_on, minute, id LIMIT $4
