SELECT id, code, agency_id, key, name, kinds, symbol, board, valid_from, valid_to, version
FROM outgoing_series WHERE agency_id = $1 ORDER BY valid_from DESC, id DESC LIMIT $2
