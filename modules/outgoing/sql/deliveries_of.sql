SELECT text, marker, agency_id FROM outgoing_delivery WHERE document_id = $1 ORDER BY place LIMIT $2
