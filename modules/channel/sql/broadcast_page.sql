SELECT title, aired_on, agency_id FROM channel_broadcast WHERE id = $1
