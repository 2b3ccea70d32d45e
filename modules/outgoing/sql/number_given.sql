SELECT number, symbol, issued_on, about, document_id, is_by_hand, state, reason FROM outgoing_number
WHERE agency_id = $1 AND series = $2 AND year = $3 AND number = $4
