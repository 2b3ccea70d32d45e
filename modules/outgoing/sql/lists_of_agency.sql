SELECT id, code, agency_id, name, version FROM outgoing_list
WHERE agency_id = $1 ORDER BY name COLLATE vi, id LIMIT $2
