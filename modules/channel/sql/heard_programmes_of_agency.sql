SELECT s.id, s.code, s.title, s.agency_id, s.heard_at, r.file_id, r.seconds, r.bytes
FROM channel_script s
JOIN channel_recording r ON r.script_id = s.id AND r.state = 'ready'
WHERE s.agency_id = $4 AND s.heard_at IS NOT NULL AND s.state = 'approved'
    AND (r.source <> 'draft_voice' OR r.accepted_at IS NOT NULL)
    AND (s.heard_at, s.id) < ($1, $2)
ORDER BY s.heard_at DESC, s.id DESC LIMIT $3
