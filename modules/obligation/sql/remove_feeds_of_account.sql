DELETE FROM obligation_feed WHERE account_id = $1
