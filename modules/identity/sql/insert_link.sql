INSERT INTO identity_sign_in_link (token_hash, account_id, role, expires_at) VALUES ($1, $2, $3, $4)
