UPDATE organisation_name SET sort_key = $2 WHERE id = $1
