INSERT INTO organisation_import_change (id, import_id, number, thing, row_id, before, after)
VALUES ($1, $2, $3, $4, $5, $6, $7)
