SELECT code, subject FROM outgoing_document WHERE id = $1
