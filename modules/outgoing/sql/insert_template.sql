INSERT INTO outgoing_template (id, code, agency_id, kind, number, name, attachment_id, state,
    made_at, version, purpose)
VALUES ($1, $2, $3, $4, (SELECT coalesce(max(number), 0) + 1 FROM outgoing_template
    WHERE agency_id = $3 AND kind = $4), $5, $6, 'checked', $7, 1, $8)
