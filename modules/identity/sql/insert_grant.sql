INSERT INTO identity_grant (account_id, role, branch_id, granted_at) VALUES ($1, $2, $3, $4)
ON CONFLICT (account_id, role, branch_id) DO NOTHING
