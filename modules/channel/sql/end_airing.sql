UPDATE channel_airing SET ended_at = $2, version = version + 1 WHERE id = $1 AND ended_at IS NULL
