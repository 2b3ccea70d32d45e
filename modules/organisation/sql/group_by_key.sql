SELECT id, key, name, is_open FROM organisation_group WHERE key = $1
