SELECT DISTINCT agency_id FROM channel_issue WHERE state = 'sent' ORDER BY agency_id LIMIT $1
