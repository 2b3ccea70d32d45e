INSERT INTO organisation_special_day
       (id, first_day, last_day, kind, name, source, reference_key, is_removed, version)
VALUES ($1, $2, $3, $4, $5, $6, $7, 0, 1)
