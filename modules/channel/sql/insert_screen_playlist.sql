INSERT INTO channel_screen_playlist (id, code, agency_id, screen_id, zone, name, from_day,
    to_day, weekdays, begin_minute, end_minute, priority, made_at, version)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 1)
