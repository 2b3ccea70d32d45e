UPDATE outgoing_package SET state = 'failed', attempts = attempts + 1, error = $2
WHERE document_id = $1 AND state <> 'handed'
