SELECT id, agency_id, kind, label, value, valid_from, valid_to FROM organisation_contact
 WHERE label = '' OR kind = 'point'
 ORDER BY id
 LIMIT 200000
