SELECT id, code, agency_id, name, version FROM outgoing_list WHERE code = $1
