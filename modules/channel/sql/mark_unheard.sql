UPDATE channel_script SET heard_at = NULL
WHERE id = $1 AND NOT EXISTS (
    SELECT 1 FROM channel_broadcast b
    WHERE b.script_id = $1 AND b.is_standing = 1 AND b.played_minutes > 0
)
