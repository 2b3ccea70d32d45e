SELECT d.code, d.subject, p.state, p.error
FROM outgoing_package p JOIN outgoing_document d ON d.id = p.document_id
WHERE p.state <> 'handed' AND p.state IN ('waiting', 'failed') AND p.queued_at < $1
ORDER BY p.queued_at LIMIT $2
