INSERT INTO identity_account (id, name, agency_id, created_at, code, user_name)
VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT (user_name) DO NOTHING
