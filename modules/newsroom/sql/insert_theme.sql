INSERT INTO newsroom_theme (id, code, agency_id, name, slogan, begins_on, ends_on, version)
VALUES ($1, $2, $3, $4, $5, $6, $7, 1)
