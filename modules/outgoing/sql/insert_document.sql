INSERT INTO outgoing_document (id, code, agency_id, kind, subject, content, signer_id, year,
    source_module, source_object, replaces_id, state, reason, made_at, version)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'draft', '', $12, 1)
