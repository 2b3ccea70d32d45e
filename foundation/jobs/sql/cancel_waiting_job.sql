UPDATE job_queue SET state = 'cancelled', finished_at = $1, lease = NULL
WHERE id = $2 AND state IN ('waiting', 'dead')
