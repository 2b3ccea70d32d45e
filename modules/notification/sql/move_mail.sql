-- Nothing changes where somebody else moved it meanwhile.
UPDATE notification_mail
   SET state = $3, attempts = attempts + $4, error = $5, settled_at = $6
 WHERE id = $1 AND state = $2
