SELECT code, name FROM outgoing_template WHERE id = $1
