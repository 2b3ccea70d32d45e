SELECT l.role, l.expires_at, l.used_at, a.id, a.name, a.agency_id, a.disabled_at,
       a.code, a.user_name
  FROM identity_sign_in_link l
  JOIN identity_account a ON a.id = l.account_id
 WHERE l.token_hash = $1
