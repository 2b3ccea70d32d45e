SELECT id, code, agency_id, kind, purpose, number, name, attachment_id, state, made_at, version
FROM outgoing_template
WHERE agency_id = $1 AND kind = $2 AND state = 'in_use' AND (purpose = $3 OR purpose = '')
ORDER BY CASE WHEN purpose = '' THEN 1 ELSE 0 END
LIMIT 1
