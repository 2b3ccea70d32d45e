DELETE FROM organisation_name WHERE id = $1
