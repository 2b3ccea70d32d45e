SELECT id, key, name, is_open FROM organisation_group ORDER BY position, key LIMIT 1000
