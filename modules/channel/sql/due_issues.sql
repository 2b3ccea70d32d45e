SELECT id FROM channel_issue WHERE state = 'approved' AND release_at <= $1
ORDER BY release_at, id LIMIT $2
