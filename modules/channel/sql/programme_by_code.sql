SELECT s.id, s.code, s.title, s.agency_id, r.file_id, r.seconds
FROM channel_script s
JOIN channel_recording r ON r.script_id = s.id AND r.state = 'ready'
WHERE s.code = $1 AND s.state = 'approved'
    AND (r.source <> 'draft_voice' OR r.accepted_at IS NOT NULL)
