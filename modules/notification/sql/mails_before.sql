SELECT id, code, recipient, subject, body, state, attempts, error, created_at, expires_at,
       settled_at
  FROM notification_mail
 WHERE id < $1
 ORDER BY id DESC
 LIMIT $2
