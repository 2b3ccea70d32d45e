UPDATE notification_message
   SET read_at = $2
 WHERE account_id = $1 AND channel = 'in_app' AND read_at IS NULL AND due_at <= $2
