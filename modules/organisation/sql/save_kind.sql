INSERT INTO organisation_kind (key, text, level, position, valid_from, valid_to)
VALUES ($1, $2, $3, $4, $5, $6)
    ON CONFLICT (key) DO UPDATE SET text = excluded.text, level = excluded.level,
                                    position = excluded.position,
                                    valid_from = excluded.valid_from, valid_to = excluded.valid_to
