SELECT COUNT(*) AS number, MIN(due_at) AS due_at FROM (
    SELECT due_at FROM notification_message
     WHERE channel = $1 AND lane = 'bulk' AND status = 'created' ORDER BY due_at LIMIT $2
) waiting
