INSERT INTO identity_password_reset (token_hash, account_id, expires_at) VALUES ($1, $2, $3)
