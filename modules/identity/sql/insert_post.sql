INSERT INTO identity_post (id, account_id, agency_id, title, valid_from, valid_to)
VALUES ($1, $2, $3, $4, $5, $6)
