-- reads: organisation_agency
SELECT valid_to FROM organisation_agency WHERE id = $1 AND valid_to < $2
