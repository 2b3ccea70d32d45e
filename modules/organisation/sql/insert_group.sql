INSERT INTO organisation_group (id, key, name, name_key, is_open, position)
VALUES ($1, $2, $3, $4, $5, (SELECT COALESCE(MAX(position), 0) + 1 FROM organisation_group))
