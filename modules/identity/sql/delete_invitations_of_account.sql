DELETE FROM identity_invitation WHERE account_id = $1
