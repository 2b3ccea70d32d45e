DELETE FROM job_queue
WHERE id IN (SELECT id FROM job_queue
             WHERE state IN ('done', 'cancelled') AND finished_at < $1
             ORDER BY finished_at LIMIT 1000)
