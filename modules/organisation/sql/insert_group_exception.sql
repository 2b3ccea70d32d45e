INSERT INTO organisation_group_exception (group_id, agency_id, is_member, valid_from, valid_to)
VALUES ($1, $2, $3, $4, $5)
    ON CONFLICT (group_id, agency_id, valid_from)
    DO UPDATE SET is_member = excluded.is_member, valid_to = excluded.valid_to
