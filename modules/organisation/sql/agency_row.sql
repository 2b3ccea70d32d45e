SELECT code, slug, valid_from, valid_to FROM organisation_agency WHERE id = $1
