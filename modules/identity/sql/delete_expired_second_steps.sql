DELETE FROM identity_second_step WHERE expires_at < $1
