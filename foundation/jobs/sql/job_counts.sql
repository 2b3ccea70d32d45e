SELECT coalesce(sum(CASE WHEN state = 'waiting' THEN 1 ELSE 0 END), 0) AS waiting,
       coalesce(sum(CASE WHEN state = 'running' THEN 1 ELSE 0 END), 0) AS running,
       coalesce(sum(CASE WHEN state = 'dead' THEN 1 ELSE 0 END), 0) AS dead
FROM job_queue
WHERE state IN ('waiting', 'running', 'dead')
