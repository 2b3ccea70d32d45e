UPDATE organisation_parent SET valid_to = $2 WHERE id = $1
