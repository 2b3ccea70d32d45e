SELECT set_at, minutes FROM channel_play_hours WHERE set_by = $1 ORDER BY id DESC LIMIT 5000
