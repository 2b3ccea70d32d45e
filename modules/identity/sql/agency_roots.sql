-- reads: organisation_agency
SELECT id FROM organisation_agency WHERE kind = 'provincial_committee' ORDER BY id LIMIT 10
