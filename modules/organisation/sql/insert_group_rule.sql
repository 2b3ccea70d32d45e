INSERT INTO organisation_group_rule (group_id, kind, valid_from, valid_to) VALUES ($1, $2, $3, $4)
    ON CONFLICT (group_id, kind, valid_from) DO NOTHING
