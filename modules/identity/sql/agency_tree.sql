-- reads: organisation_parent
SELECT agency_id, parent_id
  FROM organisation_parent
 WHERE valid_from <= $1 AND (valid_to IS NULL OR valid_to >= $1)
 ORDER BY agency_id, id
 LIMIT $2
