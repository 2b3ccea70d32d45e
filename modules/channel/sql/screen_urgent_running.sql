SELECT id, code, agency_id, reaches_below, title, body, begins_at, ends_at
FROM channel_screen_urgent WHERE ends_at > $1 ORDER BY ends_at, id LIMIT $2
