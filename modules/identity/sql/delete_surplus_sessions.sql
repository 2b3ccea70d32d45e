DELETE FROM identity_session
 WHERE token_hash IN (SELECT token_hash FROM identity_session
                       WHERE account_id = $1
                       ORDER BY last_seen_at DESC, token_hash LIMIT 1000 OFFSET $2)
