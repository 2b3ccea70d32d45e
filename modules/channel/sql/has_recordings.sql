SELECT COUNT(*) AS recordings FROM channel_recording WHERE script_id = $1
