INSERT INTO notification_message (
    id, code, channel, lane, account_id, address, purpose, template_key, template_version,
    variables, subject, body, path, message_key, text_hash, status, error, provider, reference,
    report_secret, attempts, segments, created_at, due_at, expires_at, settled_at,
    took_over_from
)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, '', '', $18, 0,
        $19, $20, $21, $22, $23, $24)
ON CONFLICT DO NOTHING
