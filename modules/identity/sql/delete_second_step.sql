DELETE FROM identity_second_step WHERE token_hash = $1
