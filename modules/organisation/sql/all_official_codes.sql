SELECT id, agency_id, system, code, valid_from, valid_to FROM organisation_code
 ORDER BY agency_id, system, valid_from
 LIMIT 200000
