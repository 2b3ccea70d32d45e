UPDATE identity_post SET valid_to = $2 WHERE id = $1
