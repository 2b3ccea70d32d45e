DELETE FROM identity_password WHERE account_id = $1
