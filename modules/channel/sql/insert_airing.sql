INSERT INTO channel_airing (id, code, script_id, agency_id, group_id, from_on, to_on, weekdays,
    minutes, plays_on_holidays, made_by, made_at, version)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 1)
