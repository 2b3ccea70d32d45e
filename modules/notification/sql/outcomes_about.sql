SELECT status, COUNT(*) AS number FROM notification_message
 WHERE lane = 'bulk' AND path <> '' AND path = $1 AND channel = $2
 GROUP BY status ORDER BY status
