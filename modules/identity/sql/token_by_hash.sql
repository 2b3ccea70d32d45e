-- reads: organisation_parent
-- The stamp comes along, as with a session.
SELECT t.id, t.code, t.account_id, t.name, t.hint, t.scopes, t.networks, t.created_at,
       t.expires_on, t.last_used_on, t.revoked_at, t.requests_per_minute, v.version AS grants,
       (SELECT COUNT(*) || ':' || COUNT(p.valid_to) || ':' || COALESCE(MAX(p.valid_to), '') || ':'
               || COALESCE(MAX(p.id), 0)
          FROM organisation_parent p) AS tree
  FROM identity_token t
  JOIN identity_account a ON a.id = t.account_id AND a.disabled_at IS NULL
  JOIN identity_access_version v ON v.id = 1
 WHERE t.token_hash = $1
