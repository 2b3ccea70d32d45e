SELECT id, code, account_id, agency_id, only_mine, made_at
  FROM obligation_feed
 WHERE account_id = $1
 ORDER BY id DESC
