UPDATE newsroom_portal SET version = version + 1, changed_at = $1 WHERE id = 1
