SELECT COUNT(*) AS found FROM organisation_name WHERE agency_id = $1 AND valid_from >= $2
