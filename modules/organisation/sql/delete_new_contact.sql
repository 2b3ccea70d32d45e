DELETE FROM organisation_contact WHERE id = $1 AND agency_id = $2 AND valid_from >= $3
