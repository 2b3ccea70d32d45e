SELECT fact_id FROM channel_screen_month WHERE screen_id = $1 AND month = $2
