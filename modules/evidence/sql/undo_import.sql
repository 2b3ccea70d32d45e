UPDATE evidence_import SET state = 'undone', undone_at = $2 WHERE id = $1 AND state = 'done'
