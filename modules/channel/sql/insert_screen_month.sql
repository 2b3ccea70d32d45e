INSERT INTO channel_screen_month (screen_id, month, fact_id) VALUES ($1, $2, $3)
