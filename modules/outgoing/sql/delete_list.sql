DELETE FROM outgoing_list WHERE id = $1 AND version = $2
