SELECT a.id, a.code, a.script_id, a.agency_id, a.group_id, a.from_on, a.to_on, a.weekdays,
    a.minutes, a.plays_on_holidays, a.made_by, a.made_at, a.ended_at, a.version, s.title,
    s.code AS script_code, COALESCE(r.file_id, 0) AS file_id, COALESCE(r.seconds, 0) AS seconds,
    CASE WHEN s.state = 'approved' AND (r.source <> 'draft_voice' OR r.accepted_at IS NOT NULL)
        THEN 1 ELSE 0 END AS is_playable
FROM channel_airing a
JOIN channel_script s ON s.id = a.script_id
LEFT JOIN channel_recording r ON r.script_id = a.script_id AND r.state = 'ready'
WHERE a.agency_id IN ($1, 0) AND a.to_on >= $2 AND a.from_on <= $3
ORDER BY a.id LIMIT $4
