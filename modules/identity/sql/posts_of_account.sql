SELECT id, agency_id, title, valid_from, valid_to
  FROM identity_post
 WHERE account_id = $1
 ORDER BY valid_to IS NOT NULL, valid_from DESC, id
 LIMIT $2
