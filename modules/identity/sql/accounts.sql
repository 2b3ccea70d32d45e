SELECT id, name, agency_id, disabled_at, code, user_name FROM identity_account ORDER BY id LIMIT $1
