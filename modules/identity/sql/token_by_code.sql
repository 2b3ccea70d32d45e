SELECT t.id, t.code, t.account_id, t.name, t.hint, t.scopes, t.networks, t.created_at,
       t.expires_on, t.last_used_on, t.revoked_at, t.requests_per_minute,
       a.name AS owner, a.code AS owner_code, a.agency_id
  FROM identity_token t
  JOIN identity_account a ON a.id = t.account_id
 WHERE t.code = $1
