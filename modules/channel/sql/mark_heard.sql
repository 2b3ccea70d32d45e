UPDATE channel_script SET heard_at = $2 WHERE id = $1 AND heard_at IS NULL
