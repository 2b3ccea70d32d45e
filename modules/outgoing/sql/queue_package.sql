INSERT INTO outgoing_package (document_id, state, attempts, error, sha256, queued_at, handed_at)
VALUES ($1, 'waiting', 0, '', '', $2, NULL)
ON CONFLICT (document_id) DO UPDATE SET state = 'waiting', error = '', queued_at = $2
WHERE outgoing_package.state = 'failed'
