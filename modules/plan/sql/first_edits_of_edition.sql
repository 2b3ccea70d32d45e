SELECT before
FROM plan_edit
WHERE edition_id = $1
ORDER BY id
LIMIT $2
