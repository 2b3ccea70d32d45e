-- What was not sent in its time is not sent any more; the text of what has run out is forgotten.
UPDATE notification_message
   SET settled_at = CASE WHEN status = 'created' THEN $1 ELSE settled_at END,
       error = CASE WHEN status = 'created' THEN 'notification.expired' ELSE error END,
       status = CASE WHEN status = 'created' THEN 'cancelled' ELSE status END,
       body = '', variables = '{}'
 WHERE (body <> '' OR variables <> '{}') AND channel <> 'in_app' AND expires_at <= $1
   AND status <> 'sending'
