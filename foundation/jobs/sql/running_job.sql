SELECT is_cancel_asked FROM job_queue WHERE id = $1 AND lease = $2 AND state = 'running'
