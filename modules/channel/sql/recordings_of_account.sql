SELECT r.made_at, s.title, r.source FROM channel_recording r
JOIN channel_script s ON s.id = r.script_id
WHERE r.made_by = $1 OR r.accepted_by = $1 ORDER BY r.id DESC LIMIT 5000
