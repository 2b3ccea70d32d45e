SELECT token_hash, address, browser, created_at, last_seen_at
  FROM identity_session
 WHERE account_id = $1
 ORDER BY last_seen_at DESC, token_hash
 LIMIT $2
