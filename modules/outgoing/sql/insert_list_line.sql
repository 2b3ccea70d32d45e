INSERT INTO outgoing_list_line (list_id, place, text) VALUES ($1, $2, $3)
