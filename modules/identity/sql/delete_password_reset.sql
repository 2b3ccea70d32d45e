DELETE FROM identity_password_reset WHERE token_hash = $1
