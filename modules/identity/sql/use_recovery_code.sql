UPDATE identity_recovery_code
   SET used_at = $3
 WHERE account_id = $1 AND hash = $2 AND used_at IS NULL
