SELECT COUNT(*) AS waiting FROM channel_media_placement
WHERE agency_id = $1 AND state = 'waiting'
