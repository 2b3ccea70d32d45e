SELECT COALESCE(MAX(number), 0) AS number FROM channel_issue
WHERE agency_id = $1 AND year = $2 AND state = 'sent'
