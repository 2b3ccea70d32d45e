-- Not while another job has taken over its key.
UPDATE job_queue
SET state = 'waiting', due_at = $1, attempts = 0, percent = 0, text = '', is_cancel_asked = 0,
    finished_at = NULL
WHERE id = $2 AND state IN ('dead', 'cancelled')
  AND NOT EXISTS (SELECT 1 FROM job_queue AS other
                  WHERE other.kind = job_queue.kind AND other.key = job_queue.key
                    AND other.state IN ('waiting', 'running'))
