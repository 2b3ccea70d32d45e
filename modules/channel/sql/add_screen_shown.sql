INSERT INTO channel_screen_shown (screen_id, day, code, title, plays, seconds)
VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT (screen_id, day, code) DO UPDATE SET title = excluded.title,
    plays = channel_screen_shown.plays + excluded.plays,
    seconds = channel_screen_shown.seconds + excluded.seconds
