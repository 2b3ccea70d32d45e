-- The kinds with something to do, the longest waiting first.
SELECT kind FROM job_queue
WHERE state IN ('waiting', 'running') AND due_at <= $1
GROUP BY kind
ORDER BY min(due_at), kind
