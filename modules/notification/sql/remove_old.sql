-- What was settled so long ago; no more at once than $2.
DELETE FROM notification_message
 WHERE id IN (SELECT id FROM notification_message WHERE settled_at <= $1
               ORDER BY settled_at LIMIT $2)
