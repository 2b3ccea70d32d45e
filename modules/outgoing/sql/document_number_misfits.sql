SELECT d.code
FROM outgoing_document d
LEFT JOIN outgoing_number n ON n.document_id = d.id
WHERE d.number IS NOT NULL AND (n.number IS NULL OR n.agency_id <> d.agency_id
    OR n.series <> d.series OR n.year <> d.year OR n.number <> d.number
    OR (n.state = 'voided') <> (d.state = 'withdrawn'))
ORDER BY d.id LIMIT $1
