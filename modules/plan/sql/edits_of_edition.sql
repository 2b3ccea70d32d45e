SELECT id, action, summary, before, done_at, done_by, is_undone
FROM plan_edit
WHERE edition_id = $1
ORDER BY id DESC
LIMIT $2
