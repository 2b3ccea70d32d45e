UPDATE organisation_contact SET valid_to = $2 WHERE id = $1
