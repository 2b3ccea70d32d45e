SELECT id, code, agency_id, name, place, is_portrait, has_side, has_ticker, pairing_code,
    pairing_until, token_hash, paired_at, sequence, seen_at, showing, fault, retired_at, made_at,
    version
FROM channel_screen WHERE pairing_code = $1 AND pairing_code <> ''
