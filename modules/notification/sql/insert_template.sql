INSERT INTO notification_template (id, template_key, channel, version, subject, body, strips_marks,
                                   provider_template, account_id, created_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
