SELECT alias FROM organisation_alias
 WHERE agency_id = $1 AND valid_from <= $2 AND (valid_to IS NULL OR valid_to >= $2)
 ORDER BY alias_key, alias
 LIMIT 500
