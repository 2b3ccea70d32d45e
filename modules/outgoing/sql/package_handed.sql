UPDATE outgoing_package
SET state = 'handed', attempts = attempts + 1, error = '', sha256 = $2, handed_at = $3
WHERE document_id = $1 AND state <> 'handed'
