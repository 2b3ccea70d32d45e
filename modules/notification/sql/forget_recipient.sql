UPDATE notification_message
   SET address = '', subject = '', body = '', variables = '{}', path = '', account_id = NULL,
       status = CASE WHEN status = 'created' THEN 'cancelled' ELSE status END
 WHERE account_id = $1 OR (channel = 'email' AND address = $2)
