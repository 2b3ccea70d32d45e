-- Back to the waiting ones: after a failure, or when the worker stops.
UPDATE job_queue
SET state = 'waiting', due_at = $1, attempts = $2, text = $3, error = $4, error_detail = $5,
    lease = NULL
WHERE id = $6 AND lease = $7 AND state = 'running'
