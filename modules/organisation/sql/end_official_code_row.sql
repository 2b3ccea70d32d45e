UPDATE organisation_code SET valid_to = $2 WHERE id = $1
