SELECT id, action, summary, before, done_at, done_by
FROM plan_edit
WHERE edition_id = $1 AND is_undone = 0
ORDER BY id DESC
LIMIT 1
