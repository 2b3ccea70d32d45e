DELETE FROM identity_second_factor WHERE account_id = $1
