SELECT state, attempts, error, sha256, handed_at FROM outgoing_package WHERE document_id = $1
