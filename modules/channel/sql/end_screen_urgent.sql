UPDATE channel_screen_urgent SET ends_at = $2 WHERE id = $1 AND ends_at > $2
