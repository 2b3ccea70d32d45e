SELECT a.id, a.name, a.agency_id, a.disabled_at, a.code, a.user_name
  FROM identity_oidc_link l
  JOIN identity_account a ON a.id = l.account_id
 WHERE l.issuer = $1 AND l.subject = $2
