INSERT INTO identity_recovery_code (account_id, hash) VALUES ($1, $2)
