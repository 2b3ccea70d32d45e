SELECT content FROM outgoing_document WHERE id = $1
