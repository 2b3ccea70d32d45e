SELECT id, code, agency_id, screen_id, zone, name, from_day, to_day, weekdays, begin_minute,
    end_minute, priority, removed_at, made_at, version
FROM channel_screen_playlist WHERE agency_id = $1 AND removed_at IS NULL ORDER BY id LIMIT $2
