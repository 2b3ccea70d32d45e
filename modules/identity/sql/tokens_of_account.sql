SELECT t.id, t.code, t.account_id, t.name, t.hint, t.scopes, t.networks, t.created_at,
       t.expires_on, t.last_used_on, t.revoked_at, t.requests_per_minute
  FROM identity_token t
 WHERE t.account_id = $1
 ORDER BY t.id DESC
 LIMIT $2
