INSERT INTO identity_oidc_attempt (mark, used_at) VALUES ($1, $2) ON CONFLICT DO NOTHING
