UPDATE job_queue
SET state = $1, percent = $2, text = $3, error = $4, error_detail = $5, finished_at = $6,
    lease = NULL
WHERE id = $7 AND lease = $8 AND state = 'running'
