SELECT version, subject, body, strips_marks, provider_template, account_id, created_at
  FROM notification_template
 WHERE template_key = $1 AND channel = $2
 ORDER BY version DESC
 LIMIT $3
