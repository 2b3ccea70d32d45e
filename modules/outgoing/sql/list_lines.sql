SELECT text FROM outgoing_list_line WHERE list_id = $1 ORDER BY place LIMIT $2
