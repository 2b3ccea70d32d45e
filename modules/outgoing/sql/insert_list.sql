INSERT INTO outgoing_list (id, code, agency_id, name, version) VALUES ($1, $2, $3, $4, 1)
