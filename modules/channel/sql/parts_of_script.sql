SELECT article_id, heading, text FROM channel_script_part WHERE script_id = $1 ORDER BY position
