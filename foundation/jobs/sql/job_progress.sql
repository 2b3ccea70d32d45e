SELECT id, kind, state, percent, text, attempts, error, created_at, finished_at
FROM job_queue
WHERE id = $1
