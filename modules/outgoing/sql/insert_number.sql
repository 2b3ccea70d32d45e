INSERT INTO outgoing_number (agency_id, series, year, number, symbol, issued_on, about, document_id,
    is_by_hand, taken_at, state, reason)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'used', '')
ON CONFLICT (agency_id, series, year, number) DO NOTHING
