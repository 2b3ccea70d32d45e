INSERT INTO organisation_import_row (import_id, number, is_new, agency_id, name, text)
VALUES ($1, $2, $3, $4, $5, $6)
