INSERT INTO channel_screen (id, code, agency_id, name, place, is_portrait, has_side,
    has_ticker, pairing_code, token_hash, sequence, showing, fault, made_at, version)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, '', '', 0, '', '', $9, 1)
