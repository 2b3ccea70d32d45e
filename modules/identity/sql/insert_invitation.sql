INSERT INTO identity_invitation (token_hash, account_id, expires_at) VALUES ($1, $2, $3)
