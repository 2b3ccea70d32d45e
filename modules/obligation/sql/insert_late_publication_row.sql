INSERT INTO obligation_late_publication_row (publication_id, agency_id, code, name, overdue, late)
VALUES ($1, $2, $3, $4, $5, $6)
