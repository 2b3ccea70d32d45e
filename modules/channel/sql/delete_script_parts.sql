DELETE FROM channel_script_part WHERE script_id = $1
