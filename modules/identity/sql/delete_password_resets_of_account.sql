DELETE FROM identity_password_reset WHERE account_id = $1
