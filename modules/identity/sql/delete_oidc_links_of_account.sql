DELETE FROM identity_oidc_link WHERE account_id = $1
