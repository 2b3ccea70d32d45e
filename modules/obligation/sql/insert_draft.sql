INSERT INTO obligation_draft
    (obligation_id, agency_id, title, happened_on, quantity, link, subjects, attachment_id,
     saved_by, saved_at, version)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
ON CONFLICT DO NOTHING
