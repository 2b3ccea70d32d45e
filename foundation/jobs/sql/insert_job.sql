-- Nothing where an unfinished job of the kind has the key already.
INSERT INTO job_queue (id, kind, payload, key, state, due_at, attempts, attempts_max, percent, text,
                       error, error_detail, is_cancel_asked, created_at)
VALUES ($1, $2, $3, $4, 'waiting', $5, 0, $6, 0, '', '', '', 0, $7)
ON CONFLICT (kind, key) WHERE key IS NOT NULL AND state IN ('waiting', 'running') DO NOTHING
