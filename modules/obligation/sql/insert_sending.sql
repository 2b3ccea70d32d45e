INSERT INTO obligation_sending (obligation_id, key, content_sha256, taken_at)
VALUES ($1, $2, $3, $4)
ON CONFLICT DO NOTHING
