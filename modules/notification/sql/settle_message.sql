-- Nothing changes where it was settled meanwhile: a report may come before the answer that it is
-- about. What has gone is forgotten: it may hold a one-time way in. Its variables stay where
-- another channel may have to say it.
UPDATE notification_message
   SET status = $2, error = $3, reference = $4, due_at = $5, settled_at = $6, claimed_at = NULL,
       provider = $8,
       body = CASE WHEN $7 = 1 THEN '' ELSE body END,
       variables = CASE WHEN $9 = 1 THEN '{}' ELSE variables END
 WHERE id = $1 AND status = 'sending'
