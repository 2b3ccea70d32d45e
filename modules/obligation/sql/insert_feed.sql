INSERT INTO obligation_feed (id, code, account_id, agency_id, only_mine, secret_hash, made_at)
VALUES ($1, $2, $3, $4, $5, $6, $7)
