INSERT INTO once_sending (purpose, owner_id, key, content_sha256, answer, taken_at)
VALUES ($1, $2, $3, $4, '', $5)
ON CONFLICT DO NOTHING
