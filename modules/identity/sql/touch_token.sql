UPDATE identity_token SET last_used_on = $2 WHERE id = $1
