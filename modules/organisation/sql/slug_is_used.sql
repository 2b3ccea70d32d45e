SELECT COUNT(*) AS found FROM organisation_agency WHERE slug = $1
