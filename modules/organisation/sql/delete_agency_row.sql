DELETE FROM organisation_agency WHERE id = $1
