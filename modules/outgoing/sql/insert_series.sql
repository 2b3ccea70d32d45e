INSERT INTO outgoing_series (id, code, agency_id, key, name, kinds, symbol, board, valid_from,
    valid_to, version)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, NULL, 1)
