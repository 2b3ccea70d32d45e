DELETE FROM identity_password_reset WHERE expires_at < $1
