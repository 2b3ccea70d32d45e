SELECT agency_id, kind, label, value, valid_from, valid_to FROM organisation_contact WHERE id = $1
