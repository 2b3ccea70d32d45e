UPDATE notification_zalo_token SET access_until = $2 WHERE app_id = $1 AND access_until > $2
