SELECT id, code, channel, lane, account_id, address, purpose, template_key, template_version,
       variables, subject, body, path, message_key, status, error, provider, reference,
       report_secret, attempts, segments, created_at, due_at, expires_at, settled_at, read_at,
       took_over_from, handed_to
  FROM notification_message
 WHERE channel = $1 AND message_key = $2
