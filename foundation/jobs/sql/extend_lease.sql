-- The sign of life, with the progress; no row where the lease is lost.
UPDATE job_queue SET due_at = $1, percent = $2, text = $3
WHERE id = $4 AND lease = $5 AND state = 'running'
RETURNING is_cancel_asked
