INSERT INTO organisation_name (id, agency_id, name, name_key, sort_key, short_name, short_key,
                               kind, valid_from, valid_to)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
