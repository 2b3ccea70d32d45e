UPDATE organisation_contact SET valid_to = $3
 WHERE id = $1 AND agency_id = $2 AND valid_from <= $3 AND valid_to IS NULL
