SELECT a.id, a.name, a.agency_id, a.disabled_at, a.code, a.user_name,
       p.agency_id AS post_agency_id
  FROM identity_post p
  JOIN identity_account a ON a.id = p.account_id
 WHERE a.disabled_at IS NULL
   AND p.valid_from <= $1 AND (p.valid_to IS NULL OR p.valid_to >= $1)
 ORDER BY a.id, p.id
 LIMIT $2
