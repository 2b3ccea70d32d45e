SELECT id FROM job_queue WHERE kind = $1 AND key = $2 AND state IN ('waiting', 'running')
