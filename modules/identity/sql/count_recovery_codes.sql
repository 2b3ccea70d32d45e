SELECT COUNT(*) AS codes FROM identity_recovery_code WHERE account_id = $1 AND used_at IS NULL
