SELECT id, address FROM channel_subscriber
WHERE agency_id = $1 AND state = 'confirmed' AND id > $2 AND confirmed_at <= $3
ORDER BY id LIMIT $4
