SELECT signed_at, title, difference FROM channel_broadcast
WHERE signed_by = $1 ORDER BY id DESC LIMIT 5000
