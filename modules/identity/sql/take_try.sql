UPDATE identity_second_step SET tries = tries + 1 WHERE token_hash = $1 AND tries < $2
