SELECT COUNT(*) AS number FROM (
    SELECT id FROM channel_subscriber WHERE state = 'waiting' AND letter_at > $1 LIMIT $2
) recent
