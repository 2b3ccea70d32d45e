DELETE FROM organisation_alias WHERE id = $1
