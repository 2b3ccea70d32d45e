INSERT INTO evidence_fact (id, code, kind, unit, product, agency_id, happened_on, quantity, title,
                           link, file_sha256, attachment_id, source_module, source_object,
                           supersedes, recorded_at, recorded_by, is_typed)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)
