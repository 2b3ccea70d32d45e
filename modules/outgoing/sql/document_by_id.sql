SELECT id, code, agency_id, kind, subject, signer_id, year, series, number, symbol, issued_on,
    source_module, source_object, replaces_id, state, reason, made_at, version
FROM outgoing_document WHERE id = $1
