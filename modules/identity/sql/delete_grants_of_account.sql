DELETE FROM identity_grant WHERE account_id = $1
