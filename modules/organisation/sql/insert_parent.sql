INSERT INTO organisation_parent (id, agency_id, parent_id, valid_from, valid_to)
VALUES ($1, $2, $3, $4, $5)
