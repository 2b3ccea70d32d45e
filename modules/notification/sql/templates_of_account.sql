SELECT template_key, created_at
  FROM notification_template
 WHERE account_id = $1
 ORDER BY id DESC
 LIMIT $2
