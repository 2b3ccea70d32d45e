SELECT id, code, agency_id, kind, purpose, number, name, attachment_id, state, made_at, version
FROM outgoing_template
WHERE agency_id = $1
ORDER BY id DESC
LIMIT $2
