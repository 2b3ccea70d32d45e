SELECT code, title FROM channel_media_placement WHERE id = $1
