SELECT agency_id, parent_id, valid_from, valid_to FROM organisation_parent WHERE id = $1
