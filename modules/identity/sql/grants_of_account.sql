SELECT role, branch_id FROM identity_grant WHERE account_id = $1 ORDER BY role, branch_id LIMIT $2
