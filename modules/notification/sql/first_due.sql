SELECT id
  FROM notification_message
 WHERE channel = $1 AND lane = $2 AND status = 'created' AND due_at <= $3
 LIMIT 1
