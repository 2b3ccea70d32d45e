UPDATE plan_edition
SET state = $3, kind = $4, document_number = $5, issued_on = $6, issuer = $7, province = $8, year
    = $9, subject = $10,
    title = $11, signer_name = $12, signer_title = $13, job_id = $14, problem = $15,
    in_force_at = $16,
    in_force_by = $17, notes = $18, version = version + 1
WHERE id = $1 AND version = $2
