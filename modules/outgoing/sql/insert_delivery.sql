INSERT INTO outgoing_delivery (document_id, place, text, marker, agency_id, sent_at)
VALUES ($1, $2, $3, $4, $5, $6)
