-- reads: organisation_parent
-- The stamp comes along, so that one question tells who asks and whether what we hold is fresh.
SELECT s.account_id, a.name, s.agency_id, s.agency_name, s.csrf_secret,
       s.created_at, s.last_seen_at, s.assurance, s.on_behalf_of, d.name AS on_behalf_of_name,
       a.agency_id AS home_id, v.version AS grants,
       (SELECT COUNT(*) || ':' || COUNT(p.valid_to) || ':' || COALESCE(MAX(p.valid_to), '') || ':'
               || COALESCE(MAX(p.id), 0)
          FROM organisation_parent p) AS tree
  FROM identity_session s
  JOIN identity_account a ON a.id = s.account_id AND a.disabled_at IS NULL
  LEFT JOIN identity_account d ON d.id = s.on_behalf_of
  JOIN identity_access_version v ON v.id = 1
 WHERE s.token_hash = $1
