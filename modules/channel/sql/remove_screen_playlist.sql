UPDATE channel_screen_playlist SET removed_at = $3, version = version + 1
WHERE id = $1 AND version = $2 AND removed_at IS NULL
