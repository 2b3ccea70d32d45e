DELETE FROM identity_grant WHERE account_id = $1 AND role = $2 AND branch_id = $3
