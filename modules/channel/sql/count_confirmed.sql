SELECT COUNT(*) AS number FROM channel_subscriber WHERE agency_id = $1 AND state = 'confirmed'
