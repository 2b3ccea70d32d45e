SELECT COUNT(*) AS found FROM organisation_agency WHERE code = $1
