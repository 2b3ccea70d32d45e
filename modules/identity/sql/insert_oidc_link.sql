INSERT INTO identity_oidc_link (issuer, subject, account_id, linked_at) VALUES ($1, $2, $3, $4)
ON CONFLICT DO NOTHING
