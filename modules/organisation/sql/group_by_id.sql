SELECT id, key, name, is_open FROM organisation_group WHERE id = $1
