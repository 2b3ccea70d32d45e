SELECT id, document_id, place, state, prepared_attachment_id, hole_begin, hole_end, bytes_before,
    prepared_at, signed_attachment_id, signed_at, signer, organisation, issuer, serial, claimed_at,
    is_trusted, version
FROM outgoing_signature
WHERE document_id = $1
ORDER BY id
