SELECT id, code, recipient, subject, body, state, attempts, error, created_at, expires_at,
       settled_at
  FROM notification_mail
 WHERE code = $1
