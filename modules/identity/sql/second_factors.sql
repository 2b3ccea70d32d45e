SELECT account_id, secret FROM identity_second_factor ORDER BY account_id LIMIT $1
