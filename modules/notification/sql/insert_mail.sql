INSERT INTO notification_mail (id, code, recipient, subject, body, state, attempts, error,
                               created_at, expires_at)
VALUES ($1, $2, $3, $4, $5, 'waiting', 0, '', $6, $7)
