INSERT INTO identity_token (id, code, account_id, name, token_hash, hint, scopes, networks,
                            created_at, expires_on, requests_per_minute)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
