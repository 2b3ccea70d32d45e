SELECT code, title FROM channel_script WHERE id = $1
