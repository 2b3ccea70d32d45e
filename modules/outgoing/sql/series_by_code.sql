SELECT id, code, agency_id, key, name, kinds, symbol, board, valid_from, valid_to, version
FROM outgoing_series WHERE code = $1
