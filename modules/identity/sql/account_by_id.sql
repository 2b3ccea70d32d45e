SELECT id, name, agency_id, disabled_at FROM identity_account WHERE id = $1
