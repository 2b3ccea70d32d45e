DELETE FROM identity_token WHERE account_id = $1
