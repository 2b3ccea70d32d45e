INSERT INTO organisation_group (id, key, name, name_key, is_open, position)
VALUES ($1, $2, $3, $4, $5, $6)
    ON CONFLICT (key) DO UPDATE SET name = excluded.name, name_key = excluded.name_key,
                                    is_open = excluded.is_open, position = excluded.position
