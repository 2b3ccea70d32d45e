SELECT recipient, subject, state, created_at
  FROM notification_mail
 WHERE recipient = $1
 ORDER BY id DESC
 LIMIT $2
