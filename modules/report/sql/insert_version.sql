INSERT INTO report_form_version (id, form_id, number, state, content, content_sha256, source,
                                 is_shipped, made_by, made_at, version)
VALUES ($1, $2, $3, 'draft', $4, $5, $6, $7, $8, $9, 1)
