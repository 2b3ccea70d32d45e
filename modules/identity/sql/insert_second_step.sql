INSERT INTO identity_second_step (token_hash, account_id, purpose, draft, target, tries, expires_at)
VALUES ($1, $2, $3, $4, $5, 0, $6)
