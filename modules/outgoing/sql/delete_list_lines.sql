DELETE FROM outgoing_list_line WHERE list_id = $1
