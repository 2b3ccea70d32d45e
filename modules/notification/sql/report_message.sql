-- What the provider says of a message that it has, or that we do not know of whether it has.
UPDATE notification_message
   SET status = $2, error = $3, settled_at = $4, claimed_at = NULL,
       body = CASE WHEN $2 = 'delivered' THEN '' ELSE body END,
       variables = CASE WHEN $2 = 'delivered' THEN '{}' ELSE variables END
 WHERE id = $1 AND status IN ('sending', 'sent', 'uncertain')
