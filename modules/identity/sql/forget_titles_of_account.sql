UPDATE identity_post SET title = '' WHERE account_id = $1
