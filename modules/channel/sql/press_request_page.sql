SELECT code, subject FROM channel_press_request WHERE id = $1
