UPDATE channel_screen SET name = $3, place = $4, is_portrait = $5, has_side = $6,
    has_ticker = $7, pairing_code = $8, pairing_until = $9, token_hash = $10, paired_at = $11,
    sequence = $12, seen_at = $13, showing = $14, fault = $15, retired_at = $16,
    version = version + 1
WHERE id = $1 AND version = $2
