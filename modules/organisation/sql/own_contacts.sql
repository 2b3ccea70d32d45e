SELECT id, agency_id, kind, value, valid_from, valid_to FROM organisation_contact
 WHERE label = ''
 ORDER BY id
 LIMIT 200000
