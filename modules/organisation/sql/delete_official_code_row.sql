DELETE FROM organisation_code WHERE id = $1
