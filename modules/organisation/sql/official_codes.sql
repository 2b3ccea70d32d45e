SELECT id, agency_id, system, code, valid_from, valid_to FROM organisation_code
 WHERE agency_id = $1
 ORDER BY system, valid_from DESC, id
 LIMIT 1000
