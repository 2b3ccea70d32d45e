SELECT a.made_at, s.title FROM channel_airing a JOIN channel_script s ON s.id = a.script_id
WHERE a.made_by = $1 ORDER BY a.id DESC LIMIT 5000
