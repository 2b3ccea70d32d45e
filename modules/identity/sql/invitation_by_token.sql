SELECT i.expires_at, i.used_at, a.id, a.name, a.agency_id, a.disabled_at, a.code, a.user_name
  FROM identity_invitation i
  JOIN identity_account a ON a.id = i.account_id
 WHERE i.token_hash = $1
