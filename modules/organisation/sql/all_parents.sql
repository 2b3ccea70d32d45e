SELECT id, agency_id, parent_id, valid_from, valid_to FROM organisation_parent
 ORDER BY agency_id, valid_from
 LIMIT 200000
