DELETE FROM channel_issue WHERE id = $1 AND version = $2
