INSERT INTO identity_session
       (token_hash, account_id, agency_id, agency_name, csrf_secret, created_at, last_seen_at,
        address, browser, assurance)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
