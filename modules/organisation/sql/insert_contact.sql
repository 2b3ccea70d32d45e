INSERT INTO organisation_contact (id, agency_id, kind, label, value, valid_from, valid_to)
VALUES ($1, $2, $3, $4, $5, $6, $7)
