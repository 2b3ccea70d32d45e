SELECT version, changed_at FROM newsroom_portal WHERE id = 1
