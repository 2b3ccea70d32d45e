SELECT issuer, subject, linked_at FROM identity_oidc_link
 WHERE account_id = $1 ORDER BY linked_at, issuer LIMIT $2
