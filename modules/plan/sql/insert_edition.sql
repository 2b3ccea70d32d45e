INSERT INTO plan_edition (id, plan_id, number, state, kind, document_number, issued_on, issuer,
    province, year,
    subject, title, signer_name, signer_title, file_id, file_name, job_id, problem,
    created_at, created_by, notes, version)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20,
    $21, 1)
