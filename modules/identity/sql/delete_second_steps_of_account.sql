DELETE FROM identity_second_step WHERE account_id = $1
