SELECT code, name FROM outgoing_series WHERE id = $1
