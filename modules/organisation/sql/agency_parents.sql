SELECT parent_id, valid_from, valid_to FROM organisation_parent WHERE agency_id = $1
 ORDER BY valid_from DESC
 LIMIT 200
