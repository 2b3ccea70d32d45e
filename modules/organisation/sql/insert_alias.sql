INSERT INTO organisation_alias (id, alias, alias_key, agency_id, group_id, valid_from, valid_to)
VALUES ($1, $2, $3, $4, $5, $6, $7)
