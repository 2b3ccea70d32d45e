SELECT text_hash
  FROM notification_message
 WHERE channel = $1 AND address = $2 AND created_at > $3 AND status <> 'cancelled'
 ORDER BY created_at DESC
 LIMIT $4
