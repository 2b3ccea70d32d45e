SELECT agency_id, category, valid_from, people, source
  FROM identity_headcount
 WHERE valid_from <= $1
 ORDER BY valid_from, agency_id, category
 LIMIT $2
