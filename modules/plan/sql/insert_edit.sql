INSERT INTO plan_edit (id, edition_id, action, summary, before, done_at, done_by, is_undone)
VALUES ($1, $2, $3, $4, $5, $6, $7, 0)
