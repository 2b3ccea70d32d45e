UPDATE organisation_code SET valid_to = $2
 WHERE agency_id = $1 AND (valid_to IS NULL OR valid_to > $2)
