DELETE FROM organisation_parent WHERE id = $1
