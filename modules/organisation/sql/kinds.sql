SELECT key, text, level FROM organisation_kind ORDER BY position, key LIMIT 1000
