SELECT id, kind, label, value, valid_from, valid_to FROM organisation_contact
 WHERE agency_id = $1 AND valid_from <= $2 AND (valid_to IS NULL OR valid_to >= $2)
 ORDER BY id
 LIMIT 500
