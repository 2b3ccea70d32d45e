SELECT account_id, agency_id
  FROM identity_post
 WHERE valid_from <= $1 AND (valid_to IS NULL OR valid_to >= $1)
 ORDER BY account_id, id
 LIMIT $2
