UPDATE outgoing_document
SET kind = $3, subject = $4, content = $5, signer_id = $6, source_object = $7, version = version + 1
WHERE id = $1 AND version = $2 AND state = 'draft'
