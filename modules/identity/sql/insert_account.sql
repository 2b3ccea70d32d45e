INSERT INTO identity_account (id, name, agency_id, created_at) VALUES ($1, $2, $3, $4)
