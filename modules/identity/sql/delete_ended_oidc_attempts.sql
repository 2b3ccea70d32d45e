DELETE FROM identity_oidc_attempt WHERE used_at < $1
