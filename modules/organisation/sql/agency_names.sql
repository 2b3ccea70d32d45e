SELECT name, short_name, kind, valid_from, valid_to FROM organisation_name WHERE agency_id = $1
 ORDER BY valid_from DESC
 LIMIT 200
