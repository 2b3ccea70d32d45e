DELETE FROM channel_script WHERE id = $1 AND version = $2
