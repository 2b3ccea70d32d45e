SELECT id, code, account_id, agency_id, only_mine, made_at
  FROM obligation_feed
 WHERE secret_hash = $1
