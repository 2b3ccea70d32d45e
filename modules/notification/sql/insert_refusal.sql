INSERT INTO notification_refusal (id, channel, address, purpose, at)
VALUES ($1, $2, $3, $4, $5)
ON CONFLICT DO NOTHING
