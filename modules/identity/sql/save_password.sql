INSERT INTO identity_password (account_id, hash, set_at) VALUES ($1, $2, $3)
ON CONFLICT (account_id) DO UPDATE SET hash = excluded.hash, set_at = excluded.set_at
