UPDATE identity_account
   SET user_name = $2
 WHERE id = $1 AND user_name IS NULL
   AND NOT EXISTS (SELECT 1 FROM identity_account WHERE user_name = $2)
