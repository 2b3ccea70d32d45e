SELECT code, name FROM outgoing_list WHERE id = $1
