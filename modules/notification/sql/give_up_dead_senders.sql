UPDATE notification_message
   SET status = 'uncertain', error = $3, settled_at = $2,
       claimed_at = NULL
 WHERE status = 'sending' AND claimed_at <= $1
