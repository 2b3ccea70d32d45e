UPDATE identity_account SET name = $2, user_name = $3 WHERE id = $1
