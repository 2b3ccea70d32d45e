UPDATE identity_account SET agency_id = $2 WHERE id = $1
