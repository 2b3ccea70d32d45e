SELECT COUNT(*) AS number FROM channel_subscriber
WHERE agency_id = $1 AND ended_at >= $2 AND state = 'left'
