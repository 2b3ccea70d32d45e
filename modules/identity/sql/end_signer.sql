UPDATE identity_signer SET valid_to = $2 WHERE id = $1
