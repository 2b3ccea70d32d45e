UPDATE channel_screen_playlist SET screen_id = $3, zone = $4, name = $5, from_day = $6,
    to_day = $7, weekdays = $8, begin_minute = $9, end_minute = $10, priority = $11,
    version = version + 1
WHERE id = $1 AND version = $2 AND removed_at IS NULL
