SELECT secret, last_step, enrolled_at FROM identity_second_factor WHERE account_id = $1
