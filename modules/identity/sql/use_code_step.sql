UPDATE identity_second_factor SET last_step = $2 WHERE account_id = $1 AND last_step < $2
