INSERT INTO obligation_saved_view
    (id, code, account_id, agency_id, page, place, name, name_folded, query, is_default, is_shared,
     made_at, version)
VALUES ($1, $2, $3, $4, $5, $6, $7, fold($7), $8, $9, $10, $11, 1)
ON CONFLICT DO NOTHING
