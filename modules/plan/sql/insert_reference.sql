INSERT INTO plan_reference (edition_id, number, kind, document_number, issued_on, issuer, name)
VALUES ($1, $2, $3, $4, $5, $6, $7)
