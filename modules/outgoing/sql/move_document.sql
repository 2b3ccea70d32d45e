UPDATE outgoing_document SET state = $3, reason = $4, version = version + 1
WHERE id = $1 AND version = $2
