SELECT day, code, title, plays, seconds FROM channel_screen_shown
WHERE screen_id = $1 AND day >= $2 ORDER BY day DESC, seconds DESC, code LIMIT $3
