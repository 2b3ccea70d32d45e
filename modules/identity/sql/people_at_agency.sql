SELECT a.id, a.name, a.agency_id, a.disabled_at, a.code, a.user_name
  FROM identity_account a
 WHERE a.disabled_at IS NULL
   AND a.id IN (SELECT p.account_id FROM identity_post p
                 WHERE p.agency_id = $1
                   AND p.valid_from <= $2 AND (p.valid_to IS NULL OR p.valid_to >= $2))
 ORDER BY a.id
 LIMIT $3
