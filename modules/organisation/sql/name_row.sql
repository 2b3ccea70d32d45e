SELECT agency_id, name, short_name, kind, valid_from, valid_to FROM organisation_name WHERE id = $1
