INSERT INTO organisation_office_hours (agency_id, valid_from, valid_to, monday, tuesday, wednesday,
       thursday, friday, saturday, sunday, source)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
