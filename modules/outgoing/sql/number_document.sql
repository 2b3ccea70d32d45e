UPDATE outgoing_document
SET state = 'numbered', content = $3, signer_id = $4, series = $5, year = $6, number = $7,
    symbol = $8, issued_on = $9, version = version + 1
WHERE id = $1 AND version = $2 AND state = 'draft'
