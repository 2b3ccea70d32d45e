UPDATE personal_data_request SET contact = '', wish = $2 WHERE account_id = $1
