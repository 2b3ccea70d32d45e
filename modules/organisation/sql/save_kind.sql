INSERT INTO organisation_kind (key, text, level, position) VALUES ($1, $2, $3, $4)
    ON CONFLICT (key) DO UPDATE SET text = excluded.text, level = excluded.level,
                                    position = excluded.position
