UPDATE notification_zalo_token
   SET access_token = $2, access_until = $3, refresh_token = $4, renewing_until = $5
 WHERE app_id = $1
