UPDATE identity_account
   SET name = $2, user_name = NULL, disabled_at = COALESCE(disabled_at, $3)
 WHERE id = $1
