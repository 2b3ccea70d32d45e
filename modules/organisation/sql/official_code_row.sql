SELECT agency_id, system, code, valid_from, valid_to FROM organisation_code WHERE id = $1
