-- Claimed, yet not sent now after all: it costs no attempt.
UPDATE notification_message
   SET status = $2, error = $3, due_at = $4, settled_at = $5, attempts = attempts - 1,
       claimed_at = NULL
 WHERE id = $1 AND status = 'sending'
