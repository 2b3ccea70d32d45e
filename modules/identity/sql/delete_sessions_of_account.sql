DELETE FROM identity_session WHERE account_id = $1
