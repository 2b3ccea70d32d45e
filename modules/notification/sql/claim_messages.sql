-- The next ones of a lane, now in the hands of who asks. On PostgreSQL workers side by side pass
-- over each other's choice, which is made once; on SQLite one writes at a time.
WITH picked AS MATERIALIZED (
    SELECT id FROM notification_message
     WHERE channel = $1 AND lane = $2 AND status = 'created' AND due_at <= $3
     ORDER BY due_at, id LIMIT $5
-- postgres:
       FOR UPDATE SKIP LOCKED
-- both:
)
UPDATE notification_message
   SET status = 'sending', attempts = attempts + 1, claimed_at = $3, provider = $4
 WHERE id IN (SELECT id FROM picked)
RETURNING id, code, channel, lane, account_id, address, purpose, template_key, template_version,
       variables, subject, body, path, message_key, status, error, provider, reference,
       report_secret, attempts, segments, created_at, due_at, expires_at, settled_at, read_at,
       took_over_from, handed_to
