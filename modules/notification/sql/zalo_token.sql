SELECT first_token_hash, access_token, access_until, refresh_token
  FROM notification_zalo_token
 WHERE app_id = $1
