INSERT INTO outgoing_signature (id, document_id, place, state, prepared_attachment_id, hole_begin,
    hole_end, bytes_before, prepared_at, signer, organisation, issuer, serial, is_trusted, version)
VALUES ($1, $2, $3, 'prepared', $4, $5, $6, $7, $8, '', '', '', '', 0, 1)
