INSERT INTO organisation_code (id, agency_id, system, code, valid_from, valid_to)
VALUES ($1, $2, $3, $4, $5, $6)
