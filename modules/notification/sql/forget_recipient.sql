UPDATE notification_mail
   SET recipient = '', subject = '', body = '',
       state = CASE WHEN state = 'waiting' THEN 'expired' ELSE state END
 WHERE recipient = $1
