-- The first due job of a kind, for the holder of a new lease; also one whose lease has ended. On
-- PostgreSQL workers side by side pass over each other's choice; on SQLite one writes at a time.
UPDATE job_queue
SET state = 'running', attempts = attempts + 1, lease = $1, due_at = $2, percent = 0, text = ''
WHERE id = (SELECT id FROM job_queue
            WHERE kind = $3 AND state IN ('waiting', 'running') AND due_at <= $4
            ORDER BY due_at, id LIMIT 1
-- postgres:
            FOR UPDATE SKIP LOCKED
-- both:
)
RETURNING id, payload, attempts, attempts_max, is_cancel_asked
