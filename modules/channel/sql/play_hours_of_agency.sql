SELECT from_on, minutes FROM channel_play_hours WHERE agency_id = $1 ORDER BY from_on DESC LIMIT $2
