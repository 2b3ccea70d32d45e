SELECT COUNT(*) AS found FROM organisation_code WHERE agency_id = $1 AND valid_from >= $2
