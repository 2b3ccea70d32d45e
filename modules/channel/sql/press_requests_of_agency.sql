SELECT r.id, r.code, r.agency_id, r.outlet_id, o.name AS outlet_name, r.journalist, r.manner,
    r.subject, r.question, r.asked_on, r.due_on, r.state, r.taken_by_id, r.answer, r.answered_on,
    r.author_id, r.made_at, r.version
FROM channel_press_request r JOIN channel_media_outlet o ON o.id = r.outlet_id
WHERE r.agency_id = $1
ORDER BY CASE WHEN r.state = 'open' THEN r.due_on ELSE '9999' END, r.id DESC LIMIT $2
