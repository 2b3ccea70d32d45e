SELECT id, code, valid_from, valid_to FROM organisation_agency ORDER BY id LIMIT 50000
