SELECT id FROM identity_account LIMIT 1
