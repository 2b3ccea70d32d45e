SELECT people
  FROM identity_headcount
 WHERE agency_id = $1 AND category = $2 AND valid_from = $3
