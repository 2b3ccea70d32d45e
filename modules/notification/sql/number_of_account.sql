SELECT number FROM notification_number WHERE account_id = $1
