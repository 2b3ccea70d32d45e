SELECT id, code, agency_id, reaches_below, title, body, begins_at, ends_at
FROM channel_screen_urgent WHERE agency_id = $1 ORDER BY id DESC LIMIT $2
