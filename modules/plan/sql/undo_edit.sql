UPDATE plan_edit SET is_undone = 1 WHERE id = $1 AND is_undone = 0
