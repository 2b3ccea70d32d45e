SELECT id FROM newsroom_article WHERE state = 'approved' AND publish_at <= $1
ORDER BY publish_at, id LIMIT $2
