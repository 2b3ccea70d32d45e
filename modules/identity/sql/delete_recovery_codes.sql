DELETE FROM identity_recovery_code WHERE account_id = $1
