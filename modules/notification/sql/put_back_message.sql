-- A person has a dead letter sent again.
UPDATE notification_message
   SET status = 'created', due_at = $3, settled_at = NULL, attempts = 0
 WHERE id = $1 AND status = $2
