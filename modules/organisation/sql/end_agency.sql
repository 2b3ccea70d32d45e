UPDATE organisation_agency SET valid_to = $2, version = version + 1 WHERE id = $1
