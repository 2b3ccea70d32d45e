DELETE FROM outgoing_document WHERE id = $1 AND version = $2 AND state = 'draft'
