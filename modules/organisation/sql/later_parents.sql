SELECT COUNT(*) AS found FROM organisation_parent WHERE agency_id = $1 AND valid_from >= $2
