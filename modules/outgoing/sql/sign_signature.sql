UPDATE outgoing_signature SET state = 'signed', signed_attachment_id = $3, signed_at = $4,
    signer = $5, organisation = $6, issuer = $7, serial = $8, claimed_at = $9, is_trusted = $10,
    version = version + 1
WHERE id = $1 AND version = $2 AND state = 'prepared'
