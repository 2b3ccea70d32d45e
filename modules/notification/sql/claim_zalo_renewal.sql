-- Alone, until $2; nothing changes where somebody else renews, or has renewed.
UPDATE notification_zalo_token
   SET renewing_until = $2
 WHERE app_id = $1 AND renewing_until <= $3 AND access_until <= $3
