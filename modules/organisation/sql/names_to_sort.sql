SELECT id, name, sort_key FROM organisation_name ORDER BY id LIMIT 200000
