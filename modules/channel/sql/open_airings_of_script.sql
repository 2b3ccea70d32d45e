SELECT id, code, script_id, agency_id, group_id, from_on, to_on, weekdays, minutes,
    plays_on_holidays, made_by, made_at, ended_at, version
FROM channel_airing WHERE script_id = $1 AND to_on >= $2 AND ended_at IS NULL ORDER BY id LIMIT $3
