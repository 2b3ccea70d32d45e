SELECT made_at, subject, state FROM channel_press_request
WHERE author_id = $1 OR taken_by_id = $1 ORDER BY id DESC LIMIT 5000
