SELECT made_at, title, state FROM channel_media_placement
WHERE author_id = $1 ORDER BY id DESC LIMIT 5000
