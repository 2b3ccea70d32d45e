UPDATE channel_screen_slide SET position = $2 WHERE id = $1
