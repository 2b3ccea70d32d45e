SELECT id, code, agency_id, kind, subject, signer_id, year, series, number, symbol, issued_on,
    source_module, source_object, replaces_id, state, reason, made_at, version
FROM outgoing_document
WHERE agency_id = $1 AND year = $2 AND id < $3 AND ($4 = '' OR kind = $4)
    AND ($5 = '' OR state = $5) AND ($6 = '' OR fold(subject) LIKE $6)
ORDER BY id DESC LIMIT $7
