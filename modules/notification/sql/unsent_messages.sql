-- Dead letters that surely did not go and that no receiver refused, their text still there; the
-- latest first. The first two conditions are those of the index of what waits for a person.
SELECT id, code, channel, lane, account_id, address, purpose, template_key, template_version,
       variables, subject, body, path, message_key, status, error, provider, reference,
       report_secret, attempts, segments, created_at, due_at, expires_at, settled_at, read_at,
       took_over_from, handed_to
  FROM notification_message
 WHERE id > 0
   AND status IN ('temporary-failure', 'permanent-failure', 'technical-failure', 'uncertain')
   AND status NOT IN ('permanent-failure', 'uncertain')
   AND handed_to = '' AND body <> '' AND expires_at > $1
 ORDER BY id DESC
 LIMIT $2
