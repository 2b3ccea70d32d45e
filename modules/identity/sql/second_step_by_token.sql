SELECT s.purpose, s.draft, s.target, s.tries, s.expires_at,
       a.id, a.name, a.agency_id, a.disabled_at, a.code, a.user_name
  FROM identity_second_step s
  JOIN identity_account a ON a.id = s.account_id
 WHERE s.token_hash = $1
