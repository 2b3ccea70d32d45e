UPDATE job_queue SET is_cancel_asked = 1 WHERE id = $1 AND state = 'running'
