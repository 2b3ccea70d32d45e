UPDATE outgoing_document SET version = version WHERE id = $1 AND version = $2
