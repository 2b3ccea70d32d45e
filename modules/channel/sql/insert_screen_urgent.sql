INSERT INTO channel_screen_urgent (id, code, agency_id, reaches_below, title, body, begins_at,
    ends_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
