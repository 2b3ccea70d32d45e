SELECT CAST(COALESCE(SUM(seconds), 0) AS BIGINT) AS seconds FROM channel_screen_shown
WHERE screen_id = $1 AND day >= $2 AND day <= $3
