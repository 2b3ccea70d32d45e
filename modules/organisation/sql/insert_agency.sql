INSERT INTO organisation_agency (id, code, slug, valid_from, valid_to)
VALUES ($1, $2, $3, $4, $5)
