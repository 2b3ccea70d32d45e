SELECT agency_id, alias, valid_from, valid_to FROM organisation_alias WHERE id = $1
