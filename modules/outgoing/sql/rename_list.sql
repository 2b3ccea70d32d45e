UPDATE outgoing_list SET name = $3, version = version + 1 WHERE id = $1 AND version = $2
