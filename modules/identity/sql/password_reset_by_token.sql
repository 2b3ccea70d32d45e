SELECT r.expires_at, a.id, a.name, a.agency_id, a.disabled_at, a.code, a.user_name
  FROM identity_password_reset r
  JOIN identity_account a ON a.id = r.account_id
 WHERE r.token_hash = $1
