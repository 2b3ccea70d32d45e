SELECT COUNT(*) AS alive
  FROM identity_token
 WHERE account_id = $1 AND revoked_at IS NULL AND expires_on >= $2
